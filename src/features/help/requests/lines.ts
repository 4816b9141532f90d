import { sayUntil } from '../../../../core/help/requests/promise'
import type { Tone } from '../../../components/Icon'
import { type Full, named, titled } from './words'

export type Line = Full['timeline'][number]

const whoDid = ({ by, role }: Line): string => (by === undefined ? '' : role === undefined ? by : titled({ name: by, role }))
const until = ({ promiseAt, at }: Line): string => (promiseAt === undefined ? '' : `，${sayUntil(promiseAt, at)}前办好`)

/** What happened, in one plain sentence. `elder`: whose request it is. */
export const sayLine = (line: Line, elder: string): string => {
  const who = whoDid(line)
  const whom = named(line.whom ?? [])
  switch (line.what) {
    case 'raised':
      return `${line.by && line.by !== elder ? `${line.by}替${elder}` : elder}求助，说好${until(line).replace(/^，/, '')}`
    case 'said-more':
      return `${who}又补充了`
    case 'asked':
      return `告诉了${whom}`
    case 'rang':
      return `提醒了${whom}`
    case 'declined':
      return `${who}去不了`
    case 'taken':
      return `${whom || who}接手了`
    case 'second-wanted':
      return `${who}要一个帮手`
    case 'second':
      return `${whom || who}来做帮手`
    case 'on-the-way':
      return `${who}在路上了`
    case 'note':
      return `${who}说`
    case 'planned':
      return `${who}写了办理计划${until(line)}`
    case 'handed-over':
      return whom ? `换${whom}来办` : `${who ? `${who}办不了，` : ''}换人来办`
    case 'assigned':
      return `${who ? `${who}请` : ''}${whom}来办`
    case 'by-default':
      return `由${whom}负责到底`
    case 'at-risk':
      return '快到说好的时间，提醒了支部书记'
    case 'broken':
      return '没按时办到，报告了支部书记和街道'
    case 'done':
      return `${who}说办好了`
    case 'confirmed':
      return `${who}说办好了${line.stars === undefined ? '' : `，给了 ${line.stars} 颗星`}`
    case 'reopened':
      return `${who}说还没有办好，请上一级再找人${until(line)}`
    case 'closed-silently':
      return '三天没有回音，算办好了'
    case 'cancelled':
      return `${who}说不用办了`
    case 'nobody':
      return '眼下没有找到能去的人，接着找'
  }
}

const tones: Partial<Record<Line['what'], Tone>> = {
  taken: 'good',
  second: 'good',
  'on-the-way': 'good',
  done: 'good',
  confirmed: 'good',
  'at-risk': 'warn',
  broken: 'warn',
  reopened: 'warn',
  nobody: 'warn',
}

/** The colour of a line's dot; its words say the same. */
export const toneOf = (what: Line['what']): Tone => tones[what] ?? 'soft'
