import { View } from '@tarojs/components'
import { isReached, promiseBar, type PromiseBar as Bar, promiseSteps, type PromiseStep } from '../../../../core/help/requests/promise-bar'
import { Icon } from '../../../components/Icon'
import { spoken } from '../../../components/spoken'
import type { Item } from './words'
import './PromiseBar.css'

const stepWords: Readonly<Record<PromiseStep, string>> = { told: '告诉了', taken: '接手', 'on-the-way': '在路上', done: '办好' }

/** 办到第 2 步“接手”，一共 4 步；没按时办到. */
const said = (bar: Bar): string =>
  [
    bar.reached === null
      ? '还没有找到人'
      : `办到第 ${promiseSteps.indexOf(bar.reached) + 1} 步“${stepWords[bar.reached]}”，一共 ${promiseSteps.length} 步`,
    bar.late ? '没按时办到' : '',
  ]
    .filter(Boolean)
    .join('；')

interface Props {
  item: Pick<Item, 'state' | 'risk' | 'unheard'>
  /** In a list, where the words beside it say the step. */
  compact?: boolean
}

/** 告诉了 → 接手 → 在路上 → 办好: green as it fills, amber once its hour has passed. */
export const PromiseBar = ({ item, compact = false }: Props) => {
  const bar = promiseBar(item)
  if (!bar) return null
  // The step that is overdue.
  const next = bar.late ? promiseSteps.find(step => !isReached(bar, step)) : undefined
  return (
    <View className={`promise${bar.late ? ' late' : ''}${compact ? ' compact' : ''}`} {...spoken('img', { label: said(bar) })}>
      {promiseSteps.map(step => {
        const reached = isReached(bar, step)
        return (
          <View key={step} className={`promise-step${reached ? ' reached' : ''}`}>
            <View className="promise-dot">
              {!compact && reached && <Icon name="check" tone="white" />}
              {!compact && step === next && <Icon name="warn" tone="warn" />}
            </View>
            {!compact && <View className="small">{stepWords[step]}</View>}
          </View>
        )
      })}
    </View>
  )
}
