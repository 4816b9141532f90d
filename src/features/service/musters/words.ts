import type { MusterAnswer, MusterList } from '../../../../core/service/musters/kinds'
import { hours } from '../../../components/times'
import type { Tone } from '../../../components/Icon'
import type { IconName } from '../../../components/icons'
import type { Given } from '../../../platform/call'

export type Muster = Given<'muster.get'>
export type Cell = Muster['grid'][number]
export type MusterPerson = Given<'muster.people'>['items'][number]
/** A cell of the grid by index. */
export interface Slot {
  place: number
  shift: number
}

export const answerWords: Readonly<Record<MusterAnswer, string>> = { coming: '能来', late: '晚到', no: '不能来' }

export const listWords: Readonly<Record<MusterList, string>> = {
  silent: '还没回话',
  coming: '能来的',
  arrived: '到了的',
  no: '不能来的',
}

export const answerState: Readonly<Record<MusterAnswer, { icon: IconName; tone: Tone; words: string }>> = {
  coming: { icon: 'done', tone: 'good', words: '能来' },
  late: { icon: 'clock', tone: 'good', words: '晚到' },
  no: { icon: 'close', tone: 'soft', words: '不能来' },
}

/** A cell in an address. */
export const slotText = ({ place, shift }: Slot): string => `${String(place)}-${String(shift)}`
export const slotOf = (text: string | undefined): Slot | undefined => {
  const [, place, shift] = /^(\d+)-(\d+)$/u.exec(text ?? '') ?? []
  return place === undefined || shift === undefined ? undefined : { place: Number(place), shift: Number(shift) }
}

export const placeName = ({ places }: Pick<Muster, 'places'>, { place }: Slot): string => places[place]?.name ?? ''
export const shiftHours = ({ shifts }: Pick<Muster, 'shifts'>, { shift }: Slot): string => {
  const found = shifts[shift]
  return found ? hours(found.startsAt, found.endsAt) : ''
}
/** 东堤，今天 下午8:00到上午0:00 */
export const sayCell = (muster: Pick<Muster, 'places' | 'shifts'>, slot: Slot): string =>
  `${placeName(muster, slot)}，${shiftHours(muster, slot)}`
