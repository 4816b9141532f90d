import { familyMay } from '../../../../core/people/identity/family-may'

/** What one is here as: each has a text of their own, short enough for one screen of large letters. */
export type PrivacyRole = 'member' | 'family' | 'volunteer' | 'officer'

interface Part {
  title: string
  text: string
}

/** What is held, for what, who sees it, and how to take it back. */
export const privacyText: Readonly<Record<PrivacyRole, readonly Part[]>> = {
  member: [
    { title: '记什么', text: '名册里的姓名、生日、电话、住址、家属、身体情况，没有身份证号。' },
    { title: '做什么', text: '通知、签到、走访、求助，不作别用。' },
    { title: '谁能看', text: '书记、组长、联络员、正帮您的人；看电话有记录。' },
    { title: '您随时', text: '能看、能改、能撤回，在“我的资料”里。' },
  ],
  family: [
    { title: '您能替老同志', text: `${Object.values(familyMay).join('；')}。` },
    { title: '都有记录，随时能停', text: '您的姓名、关系、办了哪件事，老同志和书记看得到。老同志能停下，您也能解除。' },
  ],
  volunteer: [
    { title: '记什么', text: '姓名、手机号、认领的岗位、服务时长。' },
    { title: '做什么', text: '安排岗位，有事找得到您。' },
    { title: '谁能看', text: '岗位负责人。帮老同志时，接了单才互相看得到电话。' },
    { title: '您随时', text: '能看、能改、能撤回；撤回后号码就删掉。' },
  ],
  officer: [
    { title: '您看得到', text: '同志们的电话、住址、身体情况，只用来办支部的事。' },
    { title: '都有记录', text: '看一次电话、导一张表都记下，本人看得到。' },
    { title: '请不要', text: '截屏转发，把手机借给别人。' },
    { title: '离任', text: '当场就看不到了。您自己的资料也这样保护。' },
  ],
}

/** What everyone is told besides, on the page that may be read at any time. */
export const alsoText: readonly Part[] = [
  { title: '要用手机的什么', text: '您按“我到了”时看一次位置，按“扫码”时用一次相机。不按就不用。' },
  { title: '撤回以后', text: '支部只留名册里必须留的内容。看过、改过的记录还在。' },
]
