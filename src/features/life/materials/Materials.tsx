import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { GiveForm } from './GiveForm'
import { SendForm } from './SendForm'
import { sayStock } from './words'

/** 发材料: what came, what went out, what is left; of a branch to its members, above it to those below. */
export const Materials = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const query = useQuery('material.list', { branchId: orgId })
  const { items, more, refusal } = usePages(query, cursor => call('material.list', { branchId: orgId, cursor }))
  const [giving, setGiving] = useState(false)
  const [done, setDone] = useState(false)
  const branch = query.data?.may.includes('give') === true
  if (giving) {
    const end = (given: boolean) => {
      setGiving(false)
      setDone(given)
      if (given) void query.reload()
    }
    return branch ? <GiveForm branchId={orgId} onDone={end} /> : <SendForm orgId={orgId} onDone={end} />
  }
  const side = (
    <>
      <View>
        <Title>学习材料</Title>
        <View className="soft">{orgName}</View>
      </View>
      {done && <Notice tone="good" title="记好了" onSeen={() => setDone(false)} />}
      {items.length > 0 && (
        <ExportButton words="导出 Excel" icon="sheet" name="学习材料.xlsx" make={() => call('material.export', { branchId: orgId })} />
      )}
    </>
  )
  return (
    <Screen
      wide
      main={
        query.data && (
          <BigButton icon="add" onPress={() => setGiving(true)}>
            收到一样材料
          </BigButton>
        )
      }
    >
      <Panes side={side}>
        <Loaded query={query} cards={3}>
          {() => (
            <View className="stack">
              {items.length === 0 && (
                <Empty icon="file" title="还没有材料" hint="收到的学习材料记在这里：几份、发给了谁、还剩几份，一目了然。" />
              )}
              {items.map(one => (
                <LinkRow
                  key={one.materialId}
                  icon={one.onTheWay ? 'bell' : 'file'}
                  words={one.title}
                  note={one.onTheWay ? `${one.fromName ?? '上级'}发来 ${String(one.received)} 份，到了请点开确认` : sayStock(one)}
                  onPress={() => go(routes.material({ materialId: one.materialId }))}
                />
              ))}
              {refusal && <Failure refusal={refusal} />}
              {more && <Button onPress={more}>再看一些</Button>}
            </View>
          )}
        </Loaded>
      </Panes>
    </Screen>
  )
}
