import type { Given } from '../../../../platform/call'

export type Row = Given<'attendance.sheet'>['items'][number]

export interface Group {
  title: string
  rows: Row[]
  /** Needs no look unless one asks for it. */
  folded: boolean
}

const isMissing = ({ state, expected }: Row) => state === 'absent' || (state === 'unmarked' && expected)

/** The sheet's rows in the order a secretary needs them: whose hour is to be looked at, who is missing, leave, late, and folded away, who came or need not. */
export const groupsOf = (items: readonly Row[], over: boolean): Group[] => {
  const late = (row: Row) => row.state === 'present' && row.late === true
  const sure = items.filter(row => !row.doubtful)
  const groups = [
    { title: '时间待核', rows: items.filter(row => row.doubtful), folded: false },
    { title: over ? '没来' : '还没到', rows: sure.filter(row => isMissing(row) && (over || row.state === 'unmarked')), folded: false },
    { title: '缺席', rows: over ? [] : sure.filter(row => row.state === 'absent'), folded: false },
    { title: '请假', rows: sure.filter(row => row.state === 'leave'), folded: false },
    { title: '迟到', rows: sure.filter(late), folded: false },
    { title: '按时到', rows: sure.filter(row => row.state === 'present' && !late(row)), folded: true },
    { title: '没有报名', rows: sure.filter(row => row.state === 'unmarked' && !row.expected), folded: true },
  ]
  return groups.filter(group => group.rows.length > 0)
}

/** The share of those invited who came, as it is said aloud. */
export const percent = (rate: number): string => `${Math.round(rate * 100)}%`
