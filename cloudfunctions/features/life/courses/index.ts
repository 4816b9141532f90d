import { courses as contract } from '../../../../core/life/courses/contract'
import type { Handlers } from '../use-case'
import { lists } from './lists'
import { play } from './play'
import { save } from './save'
import { seen } from './seen'

/** Courses and micro-lectures (P13): one place in each for a person, on every phone; nine tenths played is seen. */
export const handlers: Handlers<typeof contract> = { ...save, ...lists, ...play, ...seen }

export { contract }
export { homes } from '../use-case'
