import { beginsNotice } from '../../../../core/assessment/debriefs/notices'
import { begins, isAsked } from '../../../../core/assessment/debriefs/rules'
import { noticesMayGoOut } from '../../../../core/life/public'
import { dateOf } from '../../../../core/shared/calendar'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { RUN_MS } from '../../../kernel/acts'
import { inGroups } from '../../../kernel/in-groups'
import { every, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Organizations, secretariesOf, type Organization } from '../../people/public'
import { Debriefs, DebriefSeasons, type DebriefSeason } from './documents'
import { debriefId } from './write'

/** Organizations of one piece, and branches told at a time. */
const [PIECE, AT_A_TIME] = [100, 8] as const

/** The secretaries of these branches, where none has handed in yet. Told twice is told once. */
const tellThese = async (ports: Ports, branches: readonly Organization[], year: number): Promise<void> => {
  const { store, now } = ports
  const handed = new Set((await store.table(Debriefs).getMany(branches.map(one => debriefId(one._id, year)))).map(one => one.branchId))
  await inGroups(
    branches.filter(one => !handed.has(one._id)),
    AT_A_TIME,
    async ({ _id: branchId, name }) =>
      tell(ports, await secretariesOf(store, { branchId }), beginsNotice({ branchId, name }, year), { from: wakingFrom(now) }),
  )
}

/** One piece of the organizations in the order of their places; answers how many they were and how far the year's telling is by then. */
const onePiece = async (ports: Ports, { _id, after }: DebriefSeason): Promise<{ looked: number; season: DebriefSeason }> => {
  const found = await ports.store.table(Organizations).find({ path: { gt: after } }, { order: [['path', 'asc']], limit: PIECE })
  const branches = found.filter(one => one.kind === 'branch' && one.closedAt === undefined && isAsked(one))
  await tellThese(ports, branches, Number(_id))
  return { looked: found.length, season: { _id, after: found.at(-1)?.path ?? after, over: found.length < PIECE } }
}

/** From 1 November on, once a year: the secretaries hear that debriefs begin. Cut off anywhere, it goes on after the last piece that was noted. Answers how many organizations it looked at. */
const tellDebriefs: Job = async ports => {
  const { store, now } = ports
  const today = dateOf(now)
  if (!begins(today) || !noticesMayGoOut(now)) return 0
  const year = today.slice(0, 4)
  const seasons = store.table(DebriefSeasons)
  if (await seasons.has({ _id: year, over: true })) return 0
  const first: DebriefSeason = { _id: year, after: '', over: false }
  await seasons.add(first)
  let season = (await seasons.get(year)) ?? first
  let all = 0
  while (!season.over && ports.elapsed() <= RUN_MS) {
    const { looked, season: next } = await onePiece(ports, season)
    season = next
    await seasons.update({ _id: year }, { set: { after: season.after, over: season.over } })
    all += looked
  }
  return all
}

export const debriefJobs = { tellDebriefs: every(5, tellDebriefs) }
