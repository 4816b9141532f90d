import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { wishKindWords } from '../../../../core/help/wishes/kinds'
import { routes } from '../../../../core/shared/routes'
import { BigButton } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { RaiseWish } from './RaiseWish'
import { sayWish, titleOf, wishIcons } from './words'

interface Props {
  forMemberId: { forMemberId?: string }
  head: ReactNode
}

/** 心愿、陪着看病: what I wished for, and what I am named for. */
export const Wishes = ({ forMemberId, head }: Props) => {
  const query = useQuery('wish.mine', forMemberId)
  const [asking, setAsking] = useState(false)
  if (asking) return <RaiseWish forMemberId={forMemberId} head={head} onBack={() => setAsking(false)} />
  return (
    <Screen
      main={
        <BigButton icon="add" onPress={() => setAsking(true)}>
          请支部安排一件
        </BigButton>
      }
    >
      {head}
      <Loaded query={query}>
        {({ items, helping }) => (
          <View className="stack">
            {items.length === 0 && helping.length === 0 && (
              <Empty icon="hand" title="去医院没人陪？有个心愿？" hint="按下面的红按钮说一声，支部给您安排车和人。" />
            )}
            {helping.length > 0 && (
              <Section title="请我同去的">
                {helping.map(one => (
                  <LinkRow
                    key={one.wishId}
                    icon={wishIcons[one.kind]}
                    words={`${titleOf(one)}（我${one.part}）`}
                    note={sayWish(one)}
                    onPress={() => go(routes.wish({ id: one.wishId }))}
                  />
                ))}
              </Section>
            )}
            {items.length > 0 && (
              <Section title="我提的">
                {items.map(one => (
                  <LinkRow
                    key={one.wishId}
                    icon={wishIcons[one.kind]}
                    words={`${wishKindWords[one.kind]}：${one.text}`}
                    note={sayWish(one)}
                    onPress={() => go(routes.wish({ id: one.wishId }))}
                  />
                ))}
              </Section>
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
