/**
 * Everything that a family helper may do for an elder, as the elder agrees to it and as the helper reads it. Every operation of the contract that is open
 * to family stands behind one of these lines (test/core/people/identity/family-may.test.ts).
 */
export const familyMay = {
  see: '看通知、消息、资料、组织关系、待遇、特长、荣誉、服务卡、贺卡',
  come: '报名、签到、请假，参加兴趣小组，记学习，听课、借书，给支部提意见',
  ask: '求助、撤回、评价，给帮忙的人打电话，预约咨询，提心愿和陪同',
  serve: '认领和退出服务岗位，签到，写反馈',
  correct: '改电话、住址、紧急联系人，登记特长、答复请帮忙的事，登记外出，导出资料',
} as const
export type FamilyMay = keyof typeof familyMay
