import { View } from '@tarojs/components'
import { festivalWords, type Festival } from '../../../../core/shared/almanac/festivals'
import { Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Progress } from '../../../components/Progress'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call, type Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { type Query, useQuery } from '../../../platform/query'
import { dateWords, sheetCut } from './words'
import { routes } from '../../../../core/shared/routes'

type Covered = Given<'visit.coverage'>

interface Props {
  orgId: string
  festival: Festival
  year: number
}

const Missing = ({ query, orgId, festival, year }: Props & { query: Query<Covered> }) => {
  const first = { ...query, data: query.data && { items: query.data.missing, cursor: query.data.cursor } }
  const { items, more, refusal } = usePages(first, async cursor => {
    const answer = await call('visit.coverage', { orgId, festival, year, cursor })
    return answer.ok ? { ok: true, data: { items: answer.data.missing, cursor: answer.data.cursor } } : answer
  })
  if (items.length === 0) return null
  return (
    <Section title="还没看望的">
      <View className="soft">点名字看由谁去，去过就登记。</View>
      {items.map(one => (
        <PersonRow
          key={one.visitId}
          name={one.name}
          note={[one.branchName, one.assigneeName === '' ? '没有人去，请安排' : `由${one.assigneeName}去`].filter(Boolean).join(' · ')}
          {...(one.assigneeName === '' ? { state: { icon: 'warn', tone: 'danger', words: '缺人' } as const } : {})}
          onPress={() => go(routes.visit({ id: one.visitId }))}
        />
      ))}
      {refusal && <Failure refusal={refusal} />}
      {more && <Button onPress={more}>再看一些</Button>}
    </Section>
  )
}

/** One festival: how many have been seen, and the names of those who have not. */
export const Coverage = ({ orgId, festival, year }: Props) => {
  const query = useQuery('visit.coverage', { orgId, festival, year })
  return (
    <Screen>
      <Title>
        {year}年{festivalWords[festival]}走访
      </Title>
      <Loaded query={query} cards={2}>
        {({ due, done, from, to }) => (
          <>
            <Card>
              <View>
                {dateWords(from)}到{dateWords(to)}看望
              </View>
              <Progress done={done} total={due} words={`应看望 ${due} 位，看过 ${done} 位`} />
            </Card>
            {due > 0 && done === due && <Notice tone="good" title={`${festivalWords[festival]}走访，一位不落，都看过了`} />}
            {due === 0 && <Notice tone="info" title="这个节日还没有安排走访，过一会儿再看。" />}
            {due > 0 && (
              <ExportButton
                words="导出 Excel"
                icon="sheet"
                name={`${String(year)}年${festivalWords[festival]}走访.xlsx`}
                whenCut={sheetCut}
                make={() => call('visit.export', { orgId, festival, year })}
              />
            )}
            <Missing query={query} orgId={orgId} festival={festival} year={year} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}
