import { View } from '@tarojs/components'
import { useState } from 'react'
import { dutyWords, triedWords } from '../../../../core/life/rhythm/words'
import { sayPeriod } from '../../../../core/shared/obligations/periods'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { PickOne } from '../../../components/PickOne'
import { LinkRow, ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { SideBySide } from '../../../components/SideBySide'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { UnitsLate } from './UnitsLate'
import type { Late } from './words'

type Duty = Late['duty']
const isDuty = (text: string | undefined): text is Duty => text !== undefined && text in dutyWords

const kinds = [
  { value: 'all', words: '全部' },
  ...Object.entries(dutyWords).flatMap(([value, words]) => (isDuty(value) ? [{ value, words }] : [])),
] satisfies readonly { value: Duty | 'all'; words: string }[]

/** 支委会 2026年10月、2026年11月: the rows of one branch that stand together. */
const said = (rows: readonly Late[]): string =>
  kinds
    .flatMap(({ value }) => (value !== 'all' && rows.some(one => one.duty === value) ? [value] : []))
    .map(duty => {
      const own = rows.filter(one => one.duty === duty)
      const tried = own.find(one => one.tried)?.tried
      const periods = own.map(one => sayPeriod(one.period).replace(/^\d{4}年(?=.)/, '')).join('、')
      return `${dutyWords[duty]} ${periods}${tried ? `（${triedWords[tried]}）` : ''}`
    })
    .join('；')

/** Rows that stand together by their branch. */
const byBranch = (items: readonly Late[]): { branchId: string; name: string; rows: Late[] }[] => {
  const branches: { branchId: string; name: string; rows: Late[] }[] = []
  for (const row of items) {
    const last = branches.at(-1)
    if (last?.branchId === row.branchId) last.rows.push(row)
    else branches.push({ branchId: row.branchId, name: row.name, rows: [row] })
  }
  return branches
}

/** What branches under an organization owe and is late: where it stands worst, and branch by branch; each opens the branch's year. */
export const Overdue = ({ orgId, name, duty: first }: { orgId: string; name: string; duty: string | undefined }) => {
  const [chosen, setChosen] = useState<Duty | 'all'>(isDuty(first) ? first : 'all')
  const asked = { orgId, ...(chosen === 'all' ? {} : { duty: chosen }) }
  const query = useQuery('rhythm.overdue', asked)
  const { items, more, refusal } = usePages(query, cursor => call('rhythm.overdue', { ...asked, cursor }))
  return (
    <Screen wide>
      <Title>{name}</Title>
      <View className="soft">过了日子还没办的会和课；新成立的、已经撤销的支部不算。</View>
      <UnitsLate orgId={orgId} />
      <PickOne label="看哪一项" options={kinds} value={chosen} onChange={setChosen} />
      <Loaded query={query}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="done" title="没有过期的" hint="哪个支部的会过期没办，会列在这里。" />}
            <SideBySide>
              {byBranch(items).map(branch => (
                <ShortRow
                  key={branch.branchId}
                  name={branch.name}
                  note={said(branch.rows)}
                  onPress={() => go(routes.rhythm({ orgId: branch.branchId, name: branch.name }))}
                />
              ))}
            </SideBySide>
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
            {items.length > 0 && (
              <ExportButton words="导出 Excel" icon="sheet" name={`过期没办 ${name}.xlsx`} make={() => call('rhythm.export', asked)} />
            )}
          </View>
        )}
      </Loaded>
      <LinkRow icon="edit" words="多久办一次" note="每样会多久一次，按哪个文件" onPress={() => go(routes.rhythmRules({ orgId, name }))} />
    </Screen>
  )
}
