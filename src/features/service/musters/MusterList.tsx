import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { BigButton } from '../../../components/Button'
import { Empty, Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { span } from '../../../components/times'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { answerWords } from './words'

interface Props {
  /** The organization whose musters are shown; without it, those that the reader is called to. */
  orgId?: string | undefined
  /** May call: an officer over it. */
  calls: boolean
}

/** Musters, the latest first; officers call a new one. */
export const MusterListScreen = ({ orgId, calls }: Props) => {
  const query = useQuery('muster.list', orgId === undefined ? {} : { orgId })
  return (
    <Screen
      main={
        calls &&
        orgId !== undefined && (
          <BigButton icon="notice" onPress={() => go(routes.callMuster({ orgId }))}>
            发起应急集结
          </BigButton>
        )
      }
    >
      <Loaded query={query}>
        {({ items }) => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="notice" title="这里会列出应急集结" hint="巡堤护湖、抢险救灾的时候，一张表叫齐大家；叫到您了，手机会马上响。" />
            )}
            <Many items={items} keyOf={one => one.musterId} step={20} unit="次">
              {one => (
                <LinkRow
                  icon={one.state === 'open' ? 'notice' : 'done'}
                  words={one.title}
                  note={[
                    one.state === 'open' ? '正在集结' : '已经结束',
                    one.answer === null ? '' : `我回了${answerWords[one.answer]}`,
                    one.orgName,
                    span(one.startsAt, one.endsAt),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  onPress={() => go(routes.muster({ id: one.musterId }))}
                />
              )}
            </Many>
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
