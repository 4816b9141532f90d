import { circleWords } from '../../../../core/life/circles/kinds'
import type { Given } from '../../../platform/call'

export type CircleItem = Given<'circle.list'>['items'][number]
export type Circle = Given<'circle.get'>
export type Result = Given<'circle.results'>['items'][number]

/** What a list says of a circle beside its name: what they do, who teaches, how many they are. */
export const sayCircle = ({ kind, name, teacher, people, open }: CircleItem): string =>
  [
    name.includes(circleWords[kind]) ? '' : circleWords[kind],
    teacher === '' ? '' : `${teacher}教`,
    people === 0 ? '还没有人' : `${String(people)} 人`,
    open ? '邻近支部也可以来' : '',
  ]
    .filter(Boolean)
    .join(' · ')
