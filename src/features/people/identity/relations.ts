import type { Asked } from '../../../platform/call'

export type Relation = Asked<'family.invite'>['relation']

/** What a family helper is to the elder, in the order in which it is asked. */
export const relationOptions: readonly { value: Relation; words: string }[] = [
  { value: 'child', words: '子女' },
  { value: 'spouse', words: '老伴' },
  { value: 'grandchild', words: '孙辈' },
  { value: 'relative', words: '亲戚' },
  { value: 'carer', words: '护理员' },
]

/** The word for a relation, as the roster or a sheet tells it. */
export const relationWord = (relation: string): string => relationOptions.find(one => one.value === relation)?.words ?? '家人'
