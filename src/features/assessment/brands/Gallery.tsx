import { View } from '@tarojs/components'
import { useState } from 'react'
import { brandWords } from '../../../../core/assessment/brands/rules'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { PhotoList } from '../../../components/PhotoList'
import { Screen } from '../../../components/Screen'
import { SideBySide } from '../../../components/SideBySide'
import { Tabs } from '../../../components/Tabs'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'

const views = [
  { value: 'brand', words: '品牌' },
  { value: 'project', words: '项目' },
] as const
type Chosen = (typeof views)[number]['value']

/** Brands and projects of the whole district, for branches to learn from. */
export const Gallery = () => {
  const [kind, setKind] = useState<Chosen>('brand')
  const query = useQuery('brand.gallery', { kind })
  const { items, more, refusal } = usePages(query, cursor => call('brand.gallery', { kind, cursor }))
  return (
    <Screen wide>
      <Title>各支部的品牌和项目</Title>
      <Tabs options={views} value={kind} onChange={setKind} />
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="star" title={`还没有支部写${brandWords[kind]}`} hint="哪个支部写了，就会在这里，大家都能学。" />
            )}
            <SideBySide>
              {items.map(one => (
                <Card key={one.brandId} title={one.name}>
                  <View className="soft small">
                    {[one.branchName, one.activities > 0 ? `办过 ${String(one.activities)} 次活动` : ''].filter(Boolean).join(' · ')}
                  </View>
                  <PhotoList fileIds={one.photoFileId === undefined ? [] : [one.photoFileId]} of={one.name} />
                  <View className="prose">{one.story}</View>
                  <Button about={one.name} onPress={() => go(routes.brand({ id: one.brandId }))}>
                    看一看
                  </Button>
                </Card>
              ))}
            </SideBySide>
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
