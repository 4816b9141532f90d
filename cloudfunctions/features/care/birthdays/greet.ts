import { greetingWords } from '../../../../core/care/birthdays/rules'
import { addDays, dateOf, instantOf, shanghai } from '../../../../core/shared/calendar'
import { night } from '../../../../core/shared/quiet-hours'
import { eachRow } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { type Member, Members } from '../../people/public'
import { inMourning } from '../special-care/care'
import { type Celebration, Celebrations } from './documents'
import { comingOf } from './plan'
import { routes } from '../../../../core/shared/routes'

/** Greetings of one run of the timer; a district has about sixty a day. */
const EACH_RUN = 200
/** How long a past day stays on the lists. */
const KEPT_DAYS = 60

/** Puts the card into the inbox of the member and their family helpers; repeating it is one card. */
const greet = async (ports: Ports, row: Celebration, quiet: boolean): Promise<void> => {
  const { title, text } = greetingWords(row, quiet)
  await tell(
    ports,
    [row.memberId],
    {
      kind: 'celebration',
      about: row._id,
      title,
      text,
      page: routes.greeting({ id: row._id }),
      fields: { what: title, when: shanghai(ports.now).format('YYYY-MM-DD HH:mm'), where: '打开看贺卡', note: text },
    },
    { quiet: ports.now >= instantOf(row.on, night.from) },
  )
}

/** Greets on the day itself, then plans the next year, then closes this one; if it is cut off, the timer starts it again. */
const keep = async (ports: Ports, row: Celebration, member: Member | undefined): Promise<void> => {
  const { store, now } = ports
  const table = store.table(Celebrations)
  const today = dateOf(now)
  if (member?.state !== 'active') {
    await table.remove({ _id: row._id })
    return
  }
  const quiet = inMourning(member, today)
  const onTheDay = row.exact && row.on === today
  if (onTheDay) await greet(ports, row, quiet)
  for (const next of comingOf(member, today, id => id === row._id)) if (next.kind === row.kind) await table.add(next)
  await table.remove({ memberId: row.memberId, kind: row.kind, on: { lt: addDays(today, -KEPT_DAYS) } })
  if (onTheDay) await table.update({ _id: row._id }, { set: { greetedAt: now, quiet }, unset: ['due'] })
  // Where the roster has moved the day meanwhile, the new day is still to come.
  else await table.update({ _id: row._id, on: row.on }, { unset: ['due'] })
}

/** Greets the members who celebrate today, from 08:00 on. Answers how many rows it handled. */
export const greetCelebrations = async (ports: Ports): Promise<number> => {
  const { store, now } = ports
  const due = await store.table(Celebrations).find({ due: { lte: now } }, { order: [['due', 'asc']], limit: EACH_RUN })
  const members = new Map((await store.table(Members).getMany([...new Set(due.map(row => row.memberId))])).map(one => [one._id, one]))
  return eachRow(due, 'greetCelebrations', row => keep(ports, row, members.get(row.memberId)))
}
