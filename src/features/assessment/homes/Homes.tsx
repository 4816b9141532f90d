import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call, newId } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { UseAnother } from './UseAnother'
import { stateOf } from './words'

interface Props {
  orgId: string
  orgName: string
  /** It is the reader's own branch. */
  secretary: boolean
}

/** 老党员之家 kept or used at and below an organization, each with how many of the ten hold. */
export const Homes = ({ orgId, orgName, secretary }: Props) => {
  const query = useQuery('home.list', { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('home.list', { orgId, cursor }))
  return (
    <Screen
      wide
      main={
        query.data?.may.includes('save') && (
          <BigButton icon="add" onPress={() => go(routes.savePartyHome({ orgId, name: orgName }))}>
            登记一个老党员之家
          </BigButton>
        )
      }
    >
      <View>
        <Title>老党员之家</Title>
        <View className="soft">{orgName}</View>
      </View>
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="home" title="还没有老党员之家" hint="登记一个，或者和别的支部共用一个，对着“十有”一项一项看。" />
            )}
            {items.map(one => (
              <PersonRow
                key={one.homeId}
                name={one.name}
                note={[one.address, one.branches.length > 1 ? `${String(one.branches.length)} 个支部共用` : ''].filter(Boolean).join(' · ')}
                state={stateOf(one)}
                onPress={() => go(routes.partyHome({ id: one.homeId }))}
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
            {secretary && <UseAnother branchId={orgId} onDone={query.reload} />}
            {items.length > 0 && (
              <ExportButton
                words="导出 Excel"
                icon="sheet"
                name="老党员之家.xlsx"
                make={() => call('home.export', { orgId }, { commandId: newId() })}
              />
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
