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
