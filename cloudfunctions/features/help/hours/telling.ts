import {
  bookedFor,
  calledOffNotice,
  gaveBackNotice,
  hostNotice,
  movedNotice,
  openedNotice,
  releasedNotice,
  seatedNotice,
} from '../../../../core/help/hours/notices'
import { nextFor } from '../../../../core/help/hours/rules'
import type { Telling } from '../../../../core/shared/notices'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Members } from '../../people/public'
import { agendaOf, engage } from '../engaged'
import { engagementOf, toldAll } from './change'
import type { Consultation, News } from './documents'

const noticeOf = (row: Consultation, news: News, now: number): Telling => {
  const { kind, memberIds, at, by = '', reason } = news
  const [first = ''] = memberIds
  switch (kind) {
    case 'booked':
      return bookedFor(row, news, by, at)
    case 'seated':
      return seatedNotice(row, news, at)
    case 'opened':
      return openedNotice(row, news, at)
    case 'off':
      return calledOffNotice(row, news, nextFor(row, first, now), reason, at)
    case 'released':
      return releasedNotice(row, news, by, reason, at)
    case 'moved':
      return movedNotice(row, news, at)
    case 'host':
      return hostNotice(row, news, at)
    case 'gave-back':
      return gaveBackNotice(row, news, by, at)
  }
}

/** Who was given a time is noted to be there. */
const noteSeated = async (ports: Ports, row: Consultation, news: News): Promise<void> => {
  const { store, now } = ports
  for (const memberId of news.memberIds) {
    const member = await store.table(Members).get(memberId)
    if (member) await engage(store, agendaOf(store, memberId), member, engagementOf(row, news, news.at), now)
  }
}

/** Tells people what the hours say is to be told, and takes it off; twice is the same message. Answers how many messages. */
export const tellNews = async (ports: Ports, row: Consultation): Promise<number> => {
  let told = 0
  for (const news of row.news) {
    if (news.kind === 'seated') await noteSeated(ports, row, news)
    told += await tell(ports, news.memberIds, noticeOf(row, news, ports.now))
  }
  if (row.news.length > 0) await toldAll(ports, row)
  return told
}
