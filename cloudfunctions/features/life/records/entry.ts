import { isOwed, kindWords } from '../../../../core/life/activities/kinds'
import { sayVote, type Voters } from '../../../../core/life/records/votes'
import { saySpan } from '../../../../core/shared/spans'
import { shanghai } from '../../../../core/shared/calendar'
import type { Sheet } from '../attendance/sheet'
import { deciding } from './voters'
import type { Meeting } from './meetings'

type Line = Sheet['items'][number]

/** One person who was not there, and why, as it was said. */
interface Missing {
  name: string
  reason: string
}

/** What the book says of one meeting: taken from the activity, its sheet and its record, and said once for Word and Excel. */
export interface Entry {
  activityId: string
  kind: string
  title: string
  when: string
  where: string
  chair: string
  recorder: string
  /** 应到, or 报名 where no member is due. */
  dueWord: string
  due: number
  present: number
  late: number
  leave: number
  absent: number
  awaited: number
  over: boolean
  /** Of a meeting that decides: those with a vote, and how many of them were due and came. */
  voting?: Voters & { who: string }
  came: string[]
  onLeave: Missing[]
  stayedAway: Missing[]
  agenda: string[]
  line: string
  minutes: string
  resolutions: { text: string; for: number; against: number; abstain: number; said: string }[]
  photoFileIds: string[]
  people: string[]
}

const reasonOf = ({ name, reason = '' }: Line): Missing => ({ name, reason })
const isAway = ({ state, expected, guest }: Line, over: boolean) =>
  (state === 'absent' && !guest) || (over && expected && state === 'unmarked')

/** Where who has a vote belongs into the record, whether or not anything was decided. */
const decides = ({ kind }: Meeting) => kind === 'general-meeting' || kind === 'committee'

const noVote = (committee: boolean) => (committee ? '没有登记当时的班子，表决未作判断' : '这类会议不作表决判断')

/** Every meeting of the year has its year said: the book outlives it. */
const whenOf = ({ startsAt, endsAt }: Meeting) => `${shanghai(startsAt).format('YYYY年')}${saySpan({ startsAt, endsAt })}`

/** Puts together what the book says of a meeting. */
export const entryOf = (meeting: Meeting, sheet: Sheet, voters: Voters | null): Entry => {
  const { record, kind, title, place, parts } = meeting
  const { items, over, expected, present, late, leave, absent, awaited } = sheet
  const committee = deciding(meeting) === 'committee'
  const who = committee ? '委员' : '党员'
  const byName = [...items].sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'))
  return {
    ...{ activityId: meeting._id, kind: kindWords[kind], title, when: whenOf(meeting), where: place.name },
    ...{ chair: record?.chairName ?? '', recorder: record?.recorderName ?? '' },
    ...{ dueWord: isOwed(meeting) ? '应到' : '报名', due: expected, present, late, leave, absent, awaited, over },
    ...(voters && decides(meeting) ? { voting: { ...voters, who } } : {}),
    came: byName.filter(one => one.state === 'present').map(one => (one.guest ? `${one.name}（外支部）` : one.name)),
    onLeave: byName.filter(one => one.state === 'leave').map(reasonOf),
    stayedAway: byName.filter(one => isAway(one, over)).map(reasonOf),
    agenda: parts,
    ...{ line: record?.line ?? '', minutes: record?.minutes ?? '' },
    resolutions: (record?.resolutions ?? []).map(one => ({
      ...{ text: one.text, for: one.for, against: one.against, abstain: one.abstain },
      said: voters ? sayVote(one, voters, one.kind ?? 'general', who) : noVote(committee),
    })),
    photoFileIds: record?.photoFileIds ?? [],
    people: items.map(one => one.memberId),
  }
}

/** 王建国（住院）、李秀英. */
export const sayMissing = (people: readonly Missing[]): string =>
  people.map(({ name, reason }) => (reason === '' ? name : `${name}（${reason}）`)).join('、')

/** One after the other, numbered where they are several. */
export const numbered = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : texts.map((text, at) => `${String(at + 1)}. ${text}`).join('\n')
