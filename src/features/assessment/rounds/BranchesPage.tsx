import { View } from '@tarojs/components'
import { useState } from 'react'
import { bands, bandWords, type Band } from '../../../../core/assessment/evidence/score'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { type At, chipOfBand, isBand, saySum } from './words'

/** Branches by their score, of a band or all; those who lead the round name some of them in a batch. */
export const BranchesPage = ({ at, begins }: { at: At; begins: string | undefined }) => {
  const [band, setBand] = useState<Band | undefined>(isBand(begins) ? begins : undefined)
  const [chosen, choose] = useState<readonly string[] | undefined>()
  const [batch, setBatch] = useState('第一批')
  const [named, setNamed] = useState(0)
  const input = { roundId: at.roundId, orgId: at.orgId, ...(band === undefined ? {} : { band }) }
  const query = useQuery('assessment.branches', input)
  const map = useQuery('assessment.map', { roundId: at.roundId, orgId: at.orgId })
  const { items, more, refusal } = usePages(query, cursor => call('assessment.branches', { ...input, cursor }))
  const name = useCommand('assessment.name')
  const mayName = map.data?.may.includes('name') === true
  const press = async () => {
    if (chosen === undefined || chosen.length === 0 || batch.trim() === '') return
    const answer = await name.run({ roundId: at.roundId, branchIds: [...chosen], batch: batch.trim() })
    if (!answer?.ok) return
    setNamed(answer.data.named)
    choose(undefined)
    await query.reload()
  }
  const turn = (branchId: string) =>
    choose(before => (before?.includes(branchId) === true ? before.filter(one => one !== branchId) : [...(before ?? []), branchId]))
  return (
    <Screen
      wide
      main={
        mayName &&
        (chosen === undefined ? (
          <BigButton icon="star" onPress={() => choose([])}>
            选支部命名
          </BigButton>
        ) : (
          <>
            {name.refusal && <Failure refusal={name.refusal} onSeen={name.forget} />}
            <BigButton icon="done" disabled={chosen.length === 0 || batch.trim() === ''} busyWords="正在命名…" onPress={press}>
              {`命名选中的 ${String(chosen.length)} 个支部`}
            </BigButton>
          </>
        ))
      }
    >
      <Title>各支部得分</Title>
      {named > 0 && <Notice tone="good" title={`命名了 ${String(named)} 个支部，已经告诉支部书记`} onSeen={() => setNamed(0)} />}
      {chosen !== undefined && (
        <>
          <View className="soft">点一个支部就选中，再点一次不选。</View>
          <Field label="批次名称" value={batch} onChange={setBatch} max={40} placeholder="例如：2026年第一批" />
          <Button icon="back" onPress={() => choose(undefined)}>
            先不命名
          </Button>
        </>
      )}
      <Chips
        label="看哪一档"
        options={[{ value: 'all', words: '全部' }, ...bands.map(one => ({ value: one, words: bandWords[one] }))]}
        chosen={[band ?? 'all']}
        onPress={value => setBand(isBand(value) ? value : undefined)}
      />
      <Loaded query={query} cards={4}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="list" title="这一档没有支部" hint="换一档看看。" />}
            {items.map(one => (
              <PersonRow
                key={one.branchId}
                name={one.named ? `${one.name}（已命名）` : one.name}
                note={`${one.share === null ? '未评' : `得分率 ${String(one.share)}%`} · ${saySum(one)}`}
                state={chosen?.includes(one.branchId) === true ? { icon: 'check', tone: 'good', words: '选中' } : chipOfBand(one.band)}
                onPress={() =>
                  chosen === undefined
                    ? go(routes.assessmentSheet({ roundId: at.roundId, orgId: one.branchId, name: one.name }))
                    : turn(one.branchId)
                }
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
