import { createContext } from 'react'
import type { AnyRefusal } from '../platform/call'

/** What a person is told: what happened, what was kept, what to press next. */
export interface Words {
  what: string
  kept: string
  press: string
}

export const NOTHING_LOST = '您填的内容还在。'
export const UNCHANGED = '原来的内容没有变。'

/** Lines of a part of the refusals. */
export type Lines = Readonly<Partial<Record<AnyRefusal['code'], Words>>>

/** Refusals in plain words: those that pages of the main package may meet. The rest stand in `rooms/`, each subpackage bringing its own. */
export const words = {
  OFFLINE: { what: '现在连不上网络', kept: '原来的内容都没有丢。', press: '请看看手机有没有信号，再按一次。' },
  BROKEN: { what: '云端没有做完', kept: '您填的、选的都还在，没有丢。', press: '请再按一次；还是这样，就过几分钟再来。' },
  INTERNAL: { what: '系统出了一点问题', kept: '原来的内容都没有丢。', press: '请过一会儿再按一次；还不行就给支部打电话。' },
  INVALID_INPUT: { what: '有的地方没有填对', kept: NOTHING_LOST, press: '请检查一下填的内容，改好再按一次。' },
  UNAUTHENTICATED: { what: '还不知道您是哪一位', kept: UNCHANGED, press: '请先到“我的”里绑定您的身份。' },
  FORBIDDEN: { what: '这件事不归您办', kept: UNCHANGED, press: '如果应该由您来办，请给支部书记打电话。' },
  NOT_FOUND: { what: '没有找到这一项', kept: '可能已经被撤下了。', press: '请返回，看看最新的内容。' },
  CONFLICT: { what: '刚才有别人也改了这里', kept: NOTHING_LOST, press: '请看一看最新的内容，再按一次。' },
  RATE_LIMITED: { what: '按得太频繁了', kept: '原来的内容都没有丢。', press: '请歇一会儿再按。' },
  FILE_NOT_YOURS: { what: '这个文件不能用在这里', kept: NOTHING_LOST, press: '请重新选一次文件或者照片，再按一次。' },
  TEXT_REFUSED: { what: '有的字句不适合发出去', kept: NOTHING_LOST, press: '请换个说法，再按一次。' },
  INVITE_INVALID: { what: '这个邀请码不对，或者已经用过了', kept: NOTHING_LOST, press: '请核对一下，或者请支部书记再给一个。' },
  ALREADY_BOUND: { what: '已经绑定过了', kept: UNCHANGED, press: '如果不是您本人绑定的，请给支部书记打电话。' },
  PHONE_BINDING_OFF: { what: '这里没有开通用手机号绑定', kept: UNCHANGED, press: '请给支部书记打电话，要一个邀请码，填上就能绑定。' },
  PHONE_CODE_INVALID: { what: '没有拿到您的手机号', kept: UNCHANGED, press: '请再按一次“用手机号绑定”。' },
  PHONE_UNKNOWN: { what: '名册里没有这个手机号', kept: UNCHANGED, press: '请给支部书记打电话，要一个邀请码。' },
  BRANCH_CARD_ENDED: { what: '这张邀请卡片已经不用了', kept: UNCHANGED, press: '请用手机号绑定，或者请书记在群里再发一张。' },
  PHONE_WHO: { what: '请选一选，您是哪一位', kept: '手机号已经核对过。', press: '请选您的出生年份，或者填上姓名，再按一次。' },
  PHONE_ASK_SECRETARY: {
    what: '没能认出您，今天不能再试了',
    kept: UNCHANGED,
    press: '请给支部书记打电话，要一个邀请码，填上就能绑定。',
  },
  OFFICE_NEEDS_INVITE: {
    what: '担任职务的同志，要用邀请码绑定',
    kept: UNCHANGED,
    press: '请上级党组织给您发一个邀请码。',
  },
  DOOR_NEEDS_ANOTHER: { what: '这个号码是您登记的', kept: UNCHANGED, press: '请本人在手机上答应，或者请另一位负责人来核对。' },
  PHONE_INVALID: { what: '电话号码不对', kept: NOTHING_LOST, press: '请检查号码有没有多一位、少一位。' },
  SETUP_CODE_INVALID: {
    what: '设置码不对，或者已经作废',
    kept: NOTHING_LOST,
    press: '请照着技术人员电脑上最新显示的那一行，再核对一遍。',
  },
  SETUP_DONE: { what: '已经有同志设置好了', kept: '这里的内容没有变。', press: '请那位同志给您一个邀请码，填上就能绑定。' },
  ACTIVITY_CANCELLED: { what: '这次活动已经取消', kept: '取消之前的记录都还在。', press: '请返回，看看别的活动。' },
  SIGNUP_CLOSED: { what: '报名已经截止', kept: UNCHANGED, press: '还想参加的话，请给支部书记打电话。' },
  NOT_INVITED: { what: '这是别的支部的活动', kept: UNCHANGED, press: '请返回，看看自己支部的活动。' },
  SIGNIN_NOT_OPEN: { what: '现在不是签到时间', kept: UNCHANGED, press: '请在活动开始前后再来签到；已经到场就请告诉书记。' },
  SIGNIN_CODE_INVALID: { what: '这不是这次活动的签到码', kept: UNCHANGED, press: '请对着书记屏幕上的码，再扫一次。' },
  SIGNIN_CODE_EXPIRED: { what: '这个码刚刚换过了', kept: UNCHANGED, press: '请对着书记的屏幕，再扫一次新的码。' },
  SIGNIN_TOO_FAR: { what: '您离活动地点还远', kept: UNCHANGED, press: '请到了现场再按；已经到了就请扫码，或者告诉书记。' },
  KIOSK_CLOSED: { what: '这台签到机已经关了', kept: '已经签到的都算数。', press: '请书记重新打开签到机。' },
  KIOSK_NOBODY: { what: '没有找到这四位数字', kept: UNCHANGED, press: '请再按一次手机号的最后四位，或者告诉书记。' },
} satisfies Partial<Record<AnyRefusal['code'], Words>>

/** Words by code; the cloud may be newer than the program on this phone, and refuse with what it has no words for. */
export type WordsByCode = Readonly<Record<string, Words>>
const ofMain: WordsByCode = words
/** The words that a page has at hand. */
export const WordsAtHand = createContext(ofMain)

/** A refusal in words; where the cloud says of its own what is wrong, in those. */
export const wordsOf = (refusal: AnyRefusal, atHand: WordsByCode): Words => {
  const said = atHand[refusal.code] ?? words.INTERNAL
  if (refusal.code === 'INVALID_INPUT' && refusal.data.message !== undefined) return { ...said, what: refusal.data.message }
  if (refusal.code === 'MATERIAL_SHORT') return { ...said, what: `只剩 ${refusal.data.left} 份，不够发了` }
  if (refusal.code === 'PLACES_IN_USE') return { ...said, press: `请把名额改成 ${refusal.data.atLeast} 人，或者更多。` }
  return said
}

/** What happened, in one plain sentence, for lists where a whole explanation has no room. */
export const whatHappened = (code: AnyRefusal['code']): string => (ofMain[code] ?? words.INTERNAL).what

/** Asking again gives the same answer: there is nothing here for the one who asks. */
const final: readonly AnyRefusal['code'][] = [
  'FORBIDDEN',
  'NOT_FOUND',
  'NOT_INVITED',
  'CARD_NOT_YOURS',
  'REQUEST_NOT_YOURS',
  'UNAUTHENTICATED',
]

/** Is it of no use to ask again? */
export const isFinal = (code: AnyRefusal['code']): boolean => final.includes(code)
