import type { ActivityKind } from '../activities/contract'

/** 请进来, 请出去, 动起来 (P14): what an activity is to its members. */
export const strands = ['in', 'out', 'move'] as const
export type Strand = (typeof strands)[number]

/** Is this text a strand? Drafts keep it as text, empty for none. */
export const isStrand = (text: string): text is Strand => text in strandWords

export const strandWords: Readonly<Record<Strand, string>> = { in: '请进来', out: '请出去', move: '动起来' }

export const strandHints: Readonly<Record<Strand, string>> = {
  in: '请老同志来听报告、来学习、来座谈',
  out: '请老同志出去看、出去讲、出去帮',
  move: '大家一起唱、跳、写、比、做',
}

/** How often the branch of S3 held each in some years: what others are read beside. */
export const s3Strands: Readonly<Record<Strand, number>> = { in: 18, out: 36, move: 28 }

const usual: Partial<Record<ActivityKind, Strand>> = {
  ...({ lecture: 'in', briefing: 'in', study: 'in', forum: 'in', training: 'in' } as const),
  ...({ visit: 'out', volunteering: 'out', interest: 'move', outing: 'move' } as const),
}

/** The strand that an activity of this kind mostly belongs to; meetings belong to none until it is said. */
export const usualStrand = (kind: ActivityKind): Strand | undefined => usual[kind]
