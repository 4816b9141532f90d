import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Band, bands, bandWords } from '../../../../core/assessment/evidence/score'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow, PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call, newId } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { chipOfBand, isBand } from './words'

interface Props {
  orgId: string
  orgName: string
  year: number
}

/** Where the branches of a place stand in a year, each by its latest round: the rows behind the board's figures. */
export const YearPage = ({ orgId, orgName, year }: Props) => {
  const [band, setBand] = useState<Band | undefined>()
  const input = { orgId, year, ...(band === undefined ? {} : { band }) }
  const query = useQuery('assessment.year', input)
  const { items, more, refusal } = usePages(query, cursor => call('assessment.year', { ...input, cursor }))
  return (
    <Screen wide>
      <View>
        <Title>{`${String(year)}年考评`}</Title>
        <View className="soft">{`${orgName} · 每个支部按最近一次考评`}</View>
      </View>
      <Chips
        label="看哪一档"
        options={[{ value: 'all', words: '全部' }, ...bands.map(one => ({ value: one, words: bandWords[one] }))]}
        chosen={[band ?? 'all']}
        onPress={value => setBand(isBand(value) ? value : undefined)}
      />
      <Loaded query={query} cards={4}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty
                icon="award"
                title={band === undefined ? '这一年还没有考评' : '这一档没有支部'}
                hint={band === undefined ? '开始一次考评，系统就会替各支部算分。' : '换一档看看。'}
              />
            )}
            {items.map(one => (
              <PersonRow
                key={one.branchId}
                name={one.name}
                note={[one.share === null ? '未评' : `得分率 ${String(one.share)}%`, one.named ? '已命名' : ''].filter(Boolean).join(' · ')}
                state={chipOfBand(one.band)}
                onPress={() => go(routes.assessmentSheet({ roundId: one.roundId, orgId: one.branchId, name: one.name }))}
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
            {items.length > 0 && (
              <ExportButton
                words="导出 Excel"
                icon="sheet"
                name={`${String(year)}年考评.xlsx`}
                make={() => call('assessment.exportYear', input, { commandId: newId() })}
              />
            )}
            <LinkRow
              icon="list"
              words="一次一次的考评"
              note="每次考评的全貌、评委的意见"
              onPress={() => go(routes.assessments({ orgId, name: orgName }))}
            />
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
