/** What is held, for what, who sees it, and how to take it back. */
export const privacyText: readonly { title: string; text: string }[] = [
  {
    title: '我们知道您什么',
    text: '支部名册里的内容：姓名、生日、入党时间、住址、电话、紧急联系人、身体和居住情况。没有身份证号。',
  },
  { title: '用来做什么', text: '通知活动、报名签到、走访慰问、有事时找得到您和您的家人。不做别的用途，不给别的单位。' },
  { title: '谁能看到', text: '您的支部书记、党小组长、联络员。别人看到的电话中间几位是星号；每一次查看完整电话都有记录。' },
  { title: '要用手机的什么', text: '您按“我到了”时看一次位置，按“扫码”时用一次相机。不按就不用。' },
  { title: '您可以随时', text: '在“我的 → 我的资料”里看、改，或者撤回。撤回以后，支部只留名册里必须留的内容。' },
]
