import type { DateText } from '../../shared/operation'

/** The steps of an election, in their order (基层组织选举工作条例). The ballot itself is cast at the meeting. */
export const electionSteps = ['decide', 'request', 'reply', 'nominate', 'candidates', 'meeting', 'first', 'result', 'file'] as const
export type ElectionStep = (typeof electionSteps)[number]

/** A whole committee, or the vacancies of one until its term ends. */
export const electionKinds = ['term', 'by-election'] as const
export type ElectionKind = (typeof electionKinds)[number]
export const electionWords: Readonly<Record<ElectionKind, string>> = { term: '换届选举', 'by-election': '补选' }

export const stepWords: Readonly<Record<ElectionStep, { title: string; hint: string }>> = {
  decide: { title: '支委会研究', hint: '定什么时候选、选几个人' },
  request: { title: '向上级请示', hint: '一般提前一个月，写明名额和候选人条件' },
  reply: { title: '收到上级批复', hint: '记下文号' },
  nominate: { title: '党员推荐提名', hint: '民主推举，提出初步人选' },
  candidates: { title: '候选人经上级同意', hint: '人数要比名额多两成' },
  meeting: { title: '开党员大会选举', hint: '到会要过五分之四，无记名投票' },
  first: { title: '新班子第一次会议', hint: '推选书记、副书记，分好工' },
  result: { title: '报上级审批', hint: '把新班子报给街道或老干部局' },
  file: { title: '材料归档', hint: '选票、会议记录、批复装订好' },
}

/** Whether a step belongs to such an election: a by-election has no first meeting of a new committee. */
const belongsTo = (kind: ElectionKind) => (step: ElectionStep) => kind === 'term' || step !== 'first'
export const stepsOf = (kind: ElectionKind): readonly ElectionStep[] => electionSteps.filter(belongsTo(kind))

/** A step that was done: when, by which document. */
export interface Ticked {
  step: ElectionStep
  on: DateText
  documentNo?: string
  photoFileIds?: string[]
}

/** An election under way, or the one that a committee came from. */
export interface Election {
  kind: ElectionKind
  begunOn: DateText
  done: Ticked[]
}

/** What comes next; undefined where all is done. */
export const nextStep = ({ kind, done }: { kind: ElectionKind; done: readonly Pick<Ticked, 'step'>[] }): ElectionStep | undefined =>
  stepsOf(kind).find(step => !done.some(one => one.step === step))
