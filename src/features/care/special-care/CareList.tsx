import { View } from '@tarojs/components'
import { Title } from '../../../components/Card'
import { Button } from '../../../components/Button'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { CareRow } from './CareRow'
import { routes } from '../../../../core/shared/routes'

interface Props {
  orgId: string
  name: string
  /** Of several branches, as the street and the bureau see it. */
  wide: boolean
}

/** Everyone in special care of an organization, the longest overdue first. */
export const CareList = ({ orgId, name, wide }: Props) => {
  const query = useQuery('care.list', { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('care.list', { orgId, cursor }))
  return (
    <Screen>
      <Title>{name}</Title>
      <Loaded query={query}>
        {({ counts, may }) => (
          <View className="stack">
            {counts.overdue > 0 ? (
              <Notice tone="danger" title={`${String(counts.overdue)} 位老同志超期没有联系`}>
                <View>一共 {counts.concerned} 位要特别关心，超期的排在最前面。</View>
              </Notice>
            ) : (
              counts.concerned > 0 && <Notice tone="good" title={`${String(counts.concerned)} 位老同志都按时联系了`} />
            )}
            {items.length === 0 && (
              <Empty
                icon="help"
                title="还没有要特别关心的老同志"
                hint="花名册里登记了独居、空巢、卧床、失能，或者年满高龄的，会列在这里。"
              />
            )}
            {items.map(item => (
              <CareRow key={item.memberId} item={item} wide={wide} />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
            {may.includes('configure') && (
              <LinkRow
                icon="clock"
                words="多久联系一次"
                note="每一类老同志多少天打电话、上门"
                onPress={() => go(routes.careSettings({ orgId, name }))}
              />
            )}
            {may.includes('export') && (
              <ExportButton words="导出 Excel" icon="sheet" name={`特殊关怀 ${name}.xlsx`} make={() => call('care.export', { orgId })} />
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}

/** The elders I am to call and visit. */
export const MyCare = () => {
  const query = useQuery('care.mine', {})
  return (
    <Screen>
      <Title>我联系的老同志</Title>
      <Loaded query={query}>
        {({ items }) => (
          <View className="stack">
            {items.length === 0 && <Empty icon="help" title="没有要您定期联系的老同志" hint="支部请您结对联系老同志以后，会列在这里。" />}
            {items.map(item => (
              <CareRow key={item.memberId} item={item} mine />
            ))}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
