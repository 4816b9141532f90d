import { UNCHANGED, type Lines } from '../words'

/** What is refused where a review is opened or held. */
export const reviews = {
  REVIEW_NOT_HERE: { what: '这次活动不是组织生活会，也不是民主评议', kept: UNCHANGED, press: '请返回，打开组织生活会或者民主评议。' },
  REVIEW_CLOSED: { what: '这次已经办结了', kept: UNCHANGED, press: '要改的话，请支部书记先重新打开。' },
} as const satisfies Lines
