import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayValue } from '../../../../core/assessment/evidence/measures'
import { scoreOf } from '../../../../core/assessment/evidence/score'
import { type Route, routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Figure, Figures } from '../../../components/Figure'
import { Fold } from '../../../components/Fold'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PhotoList } from '../../../components/PhotoList'
import { LinkRow, ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { fullDate, moment } from '../../../components/times'
import { Unfold } from '../../../components/Unfold'
import { call, newId } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { Plaque } from './Plaque'
import { RuleCard } from './RuleCard'
import { addressOf, type At, chipOfBand, chipOfRule, type Sheet, sayJudged, sayRound } from './words'
import { Apply } from './Apply'
import { Compared } from './Compared'
import './assess.css'

const Lifts = ({ lifts }: { lifts: Sheet['lifts'] }) =>
  lifts.rules.length === 0 ? null : (
    <Card
      edge="warn"
      title={
        lifts.rules.length === 1
          ? `做好这一条，可多得 ${String(lifts.gain)} 分`
          : `做好这 ${String(lifts.rules.length)} 条，可多得 ${String(lifts.gain)} 分`
      }
    >
      {lifts.rules.map(one => (
        <View key={one.ruleId} className="row">
          <View className="grow">{one.text}</View>
          <View className="strong">{`＋${String(one.gain)} 分`}</View>
        </View>
      ))}
    </Card>
  )

interface Reader {
  /** Of this very branch; of the bureau. */
  secretary: boolean
  bureau: boolean
}
/** A secretary's own desk is closed to those above, and ledgers to the street. */
const ofDesk = [routes.posts, routes.visits, routes.requestDesk, routes.dues].map(one => one.path)
const opensFor =
  ({ secretary, bureau }: Reader) =>
  (page: Route): boolean =>
    secretary || ![...ofDesk, ...(bureau ? [] : [routes.funds.path])].some(path => page.startsWith(path))

const Standards = ({
  sheet,
  at,
  reader,
  onChanged,
}: {
  sheet: Sheet
  at: { roundId: string; branchId: string }
  reader: Reader
  onChanged: () => Promise<void>
}) => {
  const names = [...new Set(sheet.rules.map(one => one.standard))]
  return (
    <>
      {names.map(name => {
        const rules = sheet.rules.filter(one => one.standard === name)
        const score = scoreOf(rules)
        return (
          <Fold key={name} title={`${name}　${score.of === 0 ? '未评' : `${String(score.score)}/${String(score.of)}\u00a0分`}`}>
            {() => (
              <View className="stack">
                {rules.map(rule => (
                  <RuleCard key={rule.ruleId} rule={rule} at={at} may={sheet.may} opens={opensFor(reader)} onChanged={onChanged} />
                ))}
              </View>
            )}
          </Fold>
        )
      })}
    </>
  )
}

const Visits = ({ sheet }: { sheet: Sheet }) => {
  const textOf = new Map(sheet.rules.map(one => [one.ruleId, one.text]))
  if (sheet.visits.length === 0) return null
  return (
    <Section title="实地查看">
      {sheet.visits.map(one => (
        <Card key={`${one.by}${String(one.at)}`}>
          <View className="strong">{`${one.on} · ${one.by}`}</View>
          {one.words !== '' && <View className="prose">{one.words}</View>}
          {one.found.map(each => (
            <ShortRow
              key={each.ruleId}
              name={textOf.get(each.ruleId) ?? ''}
              {...(each.words === '' ? {} : { note: each.words })}
              state={each.good ? { icon: 'done', tone: 'good', words: '看到了' } : { icon: 'alert', tone: 'warn', words: '没看到' }}
            />
          ))}
          <PhotoList fileIds={one.fileIds} of="实地查看" />
        </Card>
      ))}
    </Section>
  )
}

/** What changed since the figures were counted; asked for by a press, since it costs a count. */
const Since = ({ at }: { at: { roundId: string; branchId: string } }) => {
  const [asked, setAsked] = useState(false)
  const query = useQuery('assessment.since', asked ? at : null)
  if (!asked) return <Button kind="quiet" icon="chart" onPress={() => setAsked(true)}>看看现在的数</Button> // prettier-ignore
  return (
    <Loaded query={query} cards={1}>
      {({ items }) => (
        <Card title={items.length === 0 ? '和算分时一样，没有变化' : '算分以后变了的'}>
          {items.map(one => (
            <View
              key={one.ruleId}
            >{`${one.text}：${one.before === null ? '没有' : sayValue(one.before, one.unit)} → ${one.now === null ? '没有' : sayValue(one.now, one.unit)}`}</View>
          ))}
          {items.length > 0 && <View className="soft small">这里只给您看看，得分还按原来的数算。</View>}
        </Card>
      )}
    </Loaded>
  )
}

/** A branch in a round: its score, what would lift it, and every rule with its evidence. */
export const SheetPage = ({ at, ...reader }: { at: At } & Reader) => {
  const { secretary } = reader
  const of = { roundId: at.roundId, branchId: at.orgId }
  const query = useQuery('assessment.sheet', of)
  const recount = useCommand('assessment.recount')
  if (query.data === undefined && query.refusal?.code === 'NOT_FOUND' && secretary) return <Apply at={of} onChanged={query.reload} />
  const again = async () => {
    if ((await recount.run(of))?.ok) await query.reload()
  }
  const visits = query.data?.may.includes('visit') === true
  return (
    <Screen
      main={
        visits && (
          <BigButton icon="place" onPress={() => go(routes.assessmentVisit(addressOf(at)))}>
            实地查看
          </BigButton>
        )
      }
    >
      <Loaded query={query} cards={4}>
        {sheet => (
          <View className="stack">
            <View>
              <Title>{sheet.branchName}</Title>
              <View className="soft words-whole">{[sheet.name, sayRound(sheet)].join(' · ')}</View>
            </View>
            {sheet.named && (
              <Notice tone="good" title={`已经命名：${sheet.named.batch}`}>
                <Unfold icon="award" words="看奖牌">
                  {() => (
                    <Plaque
                      branchName={sheet.branchName}
                      title={sheet.name}
                      orgName={sheet.orgName}
                      {...(sheet.named ?? { batch: '', at: 0 })}
                    />
                  )}
                </Unfold>
              </Notice>
            )}
            {sheet.applied && (
              <Card title={`${fullDate(sheet.applied.at)}自愿申报`}>
                {sheet.applied.words !== '' && <View className="prose">{sheet.applied.words}</View>}
              </Card>
            )}
            <Figures>
              <Figure words="得分" number={sheet.of === 0 ? '还没有评' : `${String(sheet.score)} 分`} whole note={sayJudged(sheet)}>
                <StateChip {...chipOfBand(sheet.band)} />
              </Figure>
            </Figures>
            <Lifts lifts={sheet.lifts} />
            <Section title="一条一条看">
              <View className="soft small">
                {sheet.frozen
                  ? `按 ${moment(sheet.countedAt)} 的数字算分，以后不再变。`
                  : `${moment(sheet.countedAt)} 数过，每天夜里再数一遍。`}
              </View>
              <Standards sheet={sheet} at={of} reader={reader} onChanged={query.reload} />
            </Section>
            <Visits sheet={sheet} />
            <Section title="还可以">
              {recount.refusal && <Failure refusal={recount.refusal} onSeen={recount.forget} />}
              {sheet.may.includes('recount') && (
                <Button icon="retry" busyWords="正在数…" onPress={again}>
                  马上重新数一遍
                </Button>
              )}
              {sheet.frozen && <Since at={of} />}
              <Compared at={of} />
              {sheet.may.includes('self') && (
                <LinkRow
                  icon="list"
                  words="请党员不记名测评"
                  note="测评的满意率会自动算进得分"
                  onPress={() => go(routes.surveyDesk({ orgId: at.orgId }))}
                />
              )}
              <LinkRow icon="star" words="命名的支部" onPress={() => go(routes.assessmentNamed(addressOf(at)))} />
              <ExportButton
                words="做成 Word 考评表"
                icon="file"
                name={`${sheet.branchName}考评表.docx`}
                make={() => call('assessment.export', { roundId: at.roundId, orgId: at.orgId, format: 'docx' }, { commandId: newId() })}
              />
            </Section>
            <View className="soft small">{chipOfRule('unknown').words}的意思是：系统没有看到，也还没有人评，不扣分。</View>
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
