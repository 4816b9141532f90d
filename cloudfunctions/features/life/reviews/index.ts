import { reviews as contract } from '../../../../core/life/reviews/contract'
import type { Handlers } from '../use-case'
import { course } from './course'
import { get } from './get'
import { grading } from './grades'
import { mine } from './mine'
import { remedies } from './remedies'
import { say } from './say'
import { talks } from './talks'

/** 组织生活会 and 民主评议, step by step (P12). */
export const handlers: Handlers<typeof contract> = {
  ...{ ...get, ...mine, ...talks, ...say },
  ...{ ...course, ...grading, ...remedies },
}

export { contract }
export { homes } from '../use-case'
