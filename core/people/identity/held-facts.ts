import { isPhone, readPhones, sayPhone, type Abroad } from '../roster/phones'
import type { Profile, ProfileField } from '../roster/contract'
import { labels, sayField, sayProfile } from '../roster/profile'
import { dateOf } from '../../shared/calendar'
import type { Instant, Role } from '../../shared/operation'
import { roleWords } from '../../shared/role-words'

/** What a person knows best about themselves and may put right without asking; the rest is the branch's to say. */
export const correctable = ['phones', 'residence', 'emergencyName', 'emergencyPhones', 'skills'] as const satisfies readonly ProfileField[]
const isCorrectable = (field: ProfileField): boolean => correctable.some(one => one === field)

interface Known {
  /** Numbers that open a door. */
  doors: readonly string[]
  hasPortrait: boolean
  hasHome: boolean
  /** How many kinds of help they offer. */
  helping: number
  accounts: readonly { since: Instant; how?: 'invitation' | 'number' }[]
  branchName: string
  offices: readonly { role: Role; orgName: string }[]
  /** What other capabilities hold: sign-ins, receipts, services … */
  more: readonly HeldFact[]
  messages: number
  /** The WeChat account, where the asker is the person and not a helper. */
  account: { verifiedPhone?: string; privacy?: { version: string; at: Instant } } | null
}

export interface HeldFact {
  field: string
  label: string
  value: string
  correctable: boolean
}

/** A fact that its person reads but does not correct. */
export const fact = (field: string, label: string, value: string): HeldFact => ({ field, label, value, correctable: false })

const boundWords = { invitation: '用邀请码', number: '用手机号' } as const

/** Everything held about a person in plain Chinese: the roster first, then what the mini-program itself came to hold. */
export const sayHeld = (profile: Profile, known: Known): HeldFact[] => {
  const said = sayProfile(profile).map(one => ({ ...one, correctable: isCorrectable(one.field) }))
  const blank = correctable
    .filter(field => !said.some(one => one.field === field))
    .map(field => ({ field, label: labels[field], value: sayField(profile, field), correctable: true }))
  const { account } = known
  return [
    ...said,
    ...blank,
    fact('branch', '所在支部', known.branchName),
    ...(known.offices.length > 0
      ? [fact('offices', '职务', known.offices.map(one => `${one.orgName}${roleWords[one.role]}`).join('、'))]
      : []),
    ...(known.doors.length > 0 ? [fact('doors', '能绑定微信的手机号', known.doors.map(sayPhone).join('、'))] : []),
    ...(known.hasPortrait ? [fact('portrait', '照片', '有一张')] : []),
    ...(known.hasHome ? [fact('home', '地图上的家', '标了位置')] : []),
    ...(known.helping > 0 ? [fact('helping', '愿意帮的忙', `${String(known.helping)}样`)] : []),
    ...(known.accounts.length > 0
      ? [
          fact(
            'accounts',
            '绑定的微信',
            known.accounts.map(({ since, how }) => `${dateOf(since)}起${how ? `（${boundWords[how]}）` : ''}`).join('、'),
          ),
        ]
      : []),
    ...known.more,
    fact('messages', '收到的消息', `${String(known.messages)}条`),
    ...(account?.verifiedPhone ? [fact('verifiedPhone', '微信验证过的手机号', sayPhone(account.verifiedPhone))] : []),
    ...(account?.privacy ? [fact('privacy', '隐私说明', `${dateOf(account.privacy.at)}同意`)] : []),
  ]
}

/** What a branch keeps of a person who withdraws, told to them in these words (docs/decisions/0005-withdrawal.md). */
export const keptAfterWithdrawal = [
  '党员名册里的基本信息（姓名、性别、民族、出生日期、入党时间、类别、所在支部和党小组、职务）',
  '支部联系和关心您要用的信息（电话、住址、家属联系方式、独居等特殊情况）',
  '以往的报名、签到和通知已读记录，得过的荣誉',
  '支部按名册安排的看望和生日问候',
  '谁在什么时候看过、改过您资料的记录',
] as const

/**
 * Phone numbers as a person typed them, as digits to dial: blanks, dashes, full-width digits and +86 are forgiven, empty lines left out,
 * the same number kept once; several in one line are several. `wrong` is the index of the first line that holds none or more than numbers.
 */
export const readCorrectedPhones = (
  typed: readonly string[] | undefined,
  abroad?: Abroad,
): { numbers?: string[] } | { wrong: number; message: string } => {
  if (!typed) return {}
  const numbers: string[] = []
  for (const [index, line] of typed.entries()) {
    const { value, fault } = readPhones(line, abroad)
    if (fault !== null || (value && (value.words !== '' || !value.phones.every(isPhone))))
      return { wrong: index, message: fault ?? '不是电话号码' }
    numbers.push(...(value?.phones ?? []))
  }
  return { numbers: [...new Set(numbers)] }
}
