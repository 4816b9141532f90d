import type { Given } from '../../../platform/call'

export type Progress = Given<'setup.progress'>

interface Step {
  title: string
  /** How it stands, counted. */
  now: (progress: Progress) => string
  done: (progress: Progress) => boolean
}

/** What a new district has to do, one after the other. */
export const steps = {
  places: {
    title: '建支部',
    now: ({ branches }) => (branches === 0 ? '还没有支部' : `有 ${String(branches)} 个支部`),
    done: ({ branches }) => branches > 0,
  },
  officers: {
    title: '请负责人进来',
    now: ({ branches, led }) => (led === 0 ? '还没有支部书记' : `${String(branches)} 个支部，${String(led)} 个有了书记`),
    done: ({ led }) => led > 0,
  },
  roster: { title: '导入花名册', now: ({ roster }) => (roster ? '花名册里有人了' : '还没有花名册'), done: ({ roster }) => roster },
  notice: {
    title: '发第一个通知',
    now: ({ notice }) => (notice ? '已经发过通知' : '还没有发过通知'),
    done: ({ notice }) => notice,
  },
} as const satisfies Record<string, Step>

export const isAllDone = (progress: Progress): boolean => Object.values(steps).every(step => step.done(progress))
export const doneOf = (progress: Progress): number => Object.values(steps).filter(step => step.done(progress)).length

type FirstDay = Given<'setup.firstDay'>

/** What a secretary does on the first day, one after the other. */
export const firstDay = [
  {
    step: 'roster',
    title: '导入花名册',
    now: ({ members }: FirstDay) => (members > 1 ? `做好了，名册里有 ${String(members)} 位` : '把 Excel 花名册导进来'),
    done: ({ members }: FirstDay) => members > 1,
  },
  {
    step: 'invite',
    title: '邀请全支部',
    now: ({ members, bound }: FirstDay) =>
      bound > 1 ? `${String(members)} 位，${String(bound)} 位绑定了` : '一张卡片发到微信群，大家自己绑定',
    done: ({ bound }: FirstDay) => bound > 1,
  },
  { step: 'notice', title: '发第一个通知', now: () => '发出去，第一天就办完了', done: ({ notice }: FirstDay) => notice },
] as const
