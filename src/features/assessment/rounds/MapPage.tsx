import { View } from '@tarojs/components'
import { bands, bandWords } from '../../../../core/assessment/evidence/score'
import { routes } from '../../../../core/shared/routes'
import { Card, Section, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Figure, Figures } from '../../../components/Figure'
import { Icon } from '../../../components/Icon'
import { Empty, Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { call, newId } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { HeatKey, HeatLine } from './HeatLine'
import { addressOf, type At, chipOfStage, type MapData, type MapLine, sayRound, sayShare } from './words'

const beforeWords = (line: MapLine): string => (line.before ? `上次 ${sayShare(line.before)}` : '')

const Row = ({ line, data, at }: { line: MapLine; data: MapData; at: At }) => {
  const there = { roundId: at.roundId, orgId: line.orgId, name: line.name }
  const open = () => go(line.isBranch ? routes.assessmentSheet(there) : routes.assessmentMap(there))
  const count = line.isBranch ? '' : `${String(line.branches)} 个支部`
  return (
    <Card onPress={open}>
      <View className="heat-row stack">
        <View className="heat-place">
          <View className="row">
            <View className="grow strong">{line.name}</View>
            <Icon name="next" tone="soft" />
          </View>
          <View>{[`得分率 ${sayShare(line)}`, count, beforeWords(line)].filter(one => one !== '').join(' · ')}</View>
        </View>
        <HeatLine standards={data.standards} scores={line.standards} />
      </View>
    </Card>
  )
}

/** Standards by places: where it is good and where not, at a glance; a press goes down to the branch and its rows. */
export const MapPage = ({ at, bureau }: { at: At; bureau: boolean }) => {
  const query = useQuery('assessment.map', { roundId: at.roundId, orgId: at.orgId })
  const close = useCommand('assessment.close')
  const end = async () => {
    if ((await close.run({ roundId: at.roundId }))?.ok) await query.reload()
  }
  const toBranches = (band?: string) => go(routes.assessmentBranches({ ...addressOf(at), ...(band === undefined ? {} : { band }) }))
  const make = (format: 'xlsx' | 'docx') => () =>
    call('assessment.export', { roundId: at.roundId, orgId: at.orgId, format }, { commandId: newId() })
  return (
    <Screen wide>
      <Loaded query={query} cards={4}>
        {data => (
          <View className="stack">
            <View>
              <Title>{data.name}</Title>
              <View className="soft words-whole">{[...(at.orgName === data.orgName ? [] : [at.orgName]), sayRound(data)].join(' · ')}</View>
            </View>
            <StateChip {...chipOfStage(data.stage)} />
            {data.left > 0 && <Notice tone="info" title={`还有 ${String(data.left)} 个支部正在算分，过几分钟再看`} />}
            {data.whole && (
              <>
                <Figures>
                  {bands.map(band => (
                    <Figure
                      key={band}
                      words={bandWords[band]}
                      number={`${String(data.whole?.bands[band] ?? 0)} 个`}
                      onPress={() => toBranches(band)}
                    />
                  ))}
                </Figures>
                <Card title="总的情况">
                  <View>
                    {[`得分率 ${sayShare(data.whole)}`, `${String(data.whole.branches)} 个支部`, beforeWords(data.whole)]
                      .filter(one => one !== '')
                      .join(' · ')}
                  </View>
                  <HeatLine standards={data.standards} scores={data.whole.standards} />
                  <HeatKey />
                </Card>
              </>
            )}
            <Section title="下面各单位（得分率低的在前）">
              {data.rows.length === 0 && <Empty icon="chart" title="这里会列出各单位" hint="算好以后，哪一项强、哪一项弱，一看就明白。" />}
              <Many items={data.rows} keyOf={one => one.orgId} step={20} unit="个单位">
                {line => <Row line={line} data={data} at={at} />}
              </Many>
            </Section>
            <Section title="还可以">
              <LinkRow icon="list" words="各支部得分排名" note="看先进、中间、后进，命名" onPress={() => toBranches()} />
              <LinkRow icon="star" words="命名的支部" onPress={() => go(routes.assessmentNamed(addressOf(at)))} />
              {bureau && at.orgId === data.orgId && (
                <LinkRow
                  icon="wallet"
                  words="以奖代补"
                  note="按得分定档次，记到支部经费账上"
                  onPress={() => go(routes.award(addressOf(at)))}
                />
              )}
              <ExportButton words="导出 Excel" icon="sheet" name={`${data.name}.xlsx`} make={make('xlsx')} />
              <ExportButton words="导出 Word" icon="file" name={`${data.name}.docx`} make={make('docx')} />
              {close.refusal && <Failure refusal={close.refusal} onSeen={close.forget} />}
              {data.may.includes('close') && (
                <Confirm
                  icon="done"
                  question="现在结束这次考评吗？"
                  explain="结束以后不能再评分、再提意见，得分和评语都留着。"
                  yes="结束"
                  no="先不结束"
                  onYes={end}
                >
                  结束这次考评
                </Confirm>
              )}
            </Section>
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
