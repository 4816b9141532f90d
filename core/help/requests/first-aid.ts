import type { Trouble } from './dangers'

/** The lines that are answered at any hour, free of charge, without any account. */
export const lifelines = ['120', '119', '110'] as const
export type Lifeline = (typeof lifelines)[number]

export const lifelineNames: Readonly<Record<Lifeline, string>> = { 120: '急救', 119: '火警', 110: '报警' }

interface FirstAid {
  /** The line to ring first where there is danger. */
  ring: Lifeline
  /** What to do until help comes, as the public is taught it; the first first. */
  steps: readonly string[]
}

export const firstAid: Readonly<Record<Trouble, FirstAid>> = {
  illness: {
    ring: '120',
    steps: ['先打 120，说清住哪里、哪里不舒服。', '坐下或者躺平，别走动，衣领松开，门打开。', '不要喂水喂饭；药按医生交代过的吃。'],
  },
  fall: {
    ring: '120',
    steps: ['不要急着扶起来，先问哪里疼。', '头、脖子、腰疼，或者腿动不了：别动，打 120。', '哪里出血就用干净布按住；身上盖暖和。'],
  },
  fire: {
    ring: '119',
    steps: [
      '先人后物，马上往外走，走时关上门。',
      '有烟就弯腰走，用湿毛巾捂住口鼻。',
      '不坐电梯，不回去拿东西。到外面打 119。',
      '门外烟大出不去：关门堵缝，到窗口喊人。',
    ],
  },
  gas: {
    ring: '119',
    steps: ['不要开灯关灯，不点火，屋里不打电话。', '关掉燃气阀门，打开门窗，人到屋外去。', '到了外面再打 119；有人头晕，再打 120。'],
  },
  shock: {
    ring: '120',
    steps: ['先拉总闸，没断电不要用手拉人。', '拉不了闸，用干木棍把电线挑开。', '人没反应，马上打 120。'],
  },
  trapped: {
    ring: '119',
    steps: ['别硬撬门，别爬窗。', '在电梯里：按报警铃，靠边站好等人。', '打 119，说清楼号、门牌。'],
  },
  lost: {
    ring: '110',
    steps: ['马上打 110，不用等 24 小时。', '说清姓名、年纪、穿什么衣服、在哪里不见的。', '家里留一个人等。'],
  },
  despair: {
    ring: '120',
    steps: [
      '不要一个人待着，叫家人或者邻居来陪。',
      '有人要伤害自己：拿开刀和药，马上打 120 或 110。',
      '心里难受想说话，打 12356，白天黑夜都有人听。',
    ],
  },
  water: { ring: '119', steps: ['先关总水阀（一般在厨房或者楼道水表旁）。', '水漫到插座：先拉电闸，不要踩水去碰电器。'] },
  power: { ring: '119', steps: ['先拉总闸，再等人来修。', '不要用手摸湿的插座和电线。', '有焦味、冒烟：人先出去，打 119。'] },
}
