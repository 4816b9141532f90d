import { NOTHING_LOST, type Lines } from '../words'

/** What is refused where a committee is chosen. */
export const committees = {
  COMMITTEE_APPOINTED: { what: '这个支部的班子由上级指定，不选举', kept: NOTHING_LOST, press: '请联系街道或者老干部局。' },
  COMMITTEE_WITHOUT_HEAD: { what: '名单里没有书记，也没有副书记', kept: NOTHING_LOST, press: '请选好书记，再按一次。' },
  COMMITTEE_POST_TWICE: { what: '这个职务只能由一位同志担任', kept: NOTHING_LOST, press: '请改一下名单，再按一次。' },
  COMMITTEE_TOO_LARGE: { what: '人数超过了规定', kept: NOTHING_LOST, press: '请减到规定的人数，再按一次。' },
  COMMITTEE_NOT_ITS_MEMBER: { what: '名单里有的同志不在这个支部', kept: NOTHING_LOST, press: '请换成支部里的同志，或者先把组织关系转来。' },
  COMMITTEE_NONE: { what: '这个支部还没有登记班子', kept: NOTHING_LOST, press: '请先登记选出来的班子。' },
} as const satisfies Lines
