import { View } from '@tarojs/components'
import { sayValue } from '../../../../core/assessment/evidence/measures'
import { type Route, routeIn } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Fold } from '../../../components/Fold'
import { PhotoList } from '../../../components/PhotoList'
import { LinkRow } from '../../../components/Rows'
import { StateChip } from '../../../components/StateChip'
import { Unfold } from '../../../components/Unfold'
import { go } from '../../../platform/go'
import { useCommand } from '../../../platform/query'
import { AppealForm } from './AppealForm'
import { SayForm } from './SayForm'
import { chipOfRule, type Rule, type Sheet } from './words'

interface Props {
  rule: Rule
  at: { roundId: string; branchId: string }
  may: Sheet['may']
  /** May the reader open that page? */
  opens: (page: Route) => boolean
  onChanged: () => Promise<void>
}

/** The row behind a figure: one tap away where there is a page for it. */
const SeenRow = ({ text, page, opens }: { text: string; page?: string | undefined } & Pick<Props, 'opens'>) => {
  const route = page === undefined ? undefined : routeIn(page)
  return route === undefined || !opens(route) ? <View>{text}</View> : <LinkRow icon="list" words={text} onPress={() => go(route)} />
}

/** 95%, 12次; of what holds or does not, that. */
const saySeen = ({ value, unit }: NonNullable<Rule['evidence']>): string =>
  unit === 'yes' ? (value >= 1 ? '做到了' : '还没有做到') : sayValue(value, unit)

const Evidence = ({ rule: { evidence, asks }, opens }: Pick<Props, 'rule' | 'opens'>) => (
  <View className="stack">
    {asks !== undefined && <View className="soft small">{asks}</View>}
    {evidence ? (
      <>
        <View>{`系统看到：${saySeen(evidence)}，得 ${String(evidence.points)} 分`}</View>
        {evidence.seen.length > 0 && (
          <Fold title={`看是哪几条（${String(evidence.seen.length)}）`}>
            {() => (
              <View>
                {evidence.seen.map((one, index) => (
                  <SeenRow key={`${String(index)}${one.text}`} text={one.text} page={one.page} opens={opens} />
                ))}
              </View>
            )}
          </Fold>
        )}
      </>
    ) : (
      <View className="soft">{asks === undefined ? '这一条由人来评。' : '系统里还没有这方面的记录，先不评，不扣分。'}</View>
    )}
  </View>
)

const Judged = ({ rule }: { rule: Rule }) => {
  const { judged, marks, former } = rule
  if (!judged && former.length === 0) return null
  return (
    <View className="stack">
      {judged && (
        <>
          <View className="strong">
            {judged.judges > 1
              ? `${String(judged.judges)} 位评委：${String(judged.points)} 分（最低 ${String(judged.low)}，最高 ${String(judged.high)}）`
              : `评委：${String(judged.points)} 分`}
          </View>
          {judged.apart && <StateChip icon="talk" tone="warn" words="评委意见相差大，请议一议" />}
          {marks.map(one => (
            <View
              key={`${one.by}${String(one.at)}`}
              className="prose"
            >{`${one.by}（${one.panel ? '评议' : '初审'}）：${String(one.points)} 分，${one.words}`}</View>
          ))}
        </>
      )}
      {former.length > 0 && (
        <Fold title={`改过、撤回的评分（${String(former.length)}）`}>
          {() => (
            <View>
              {former.map(one => (
                <View key={`${one.by}${String(one.at)}`} className="soft">{`${one.by}：${String(one.points)} 分，${one.words}`}</View>
              ))}
            </View>
          )}
        </Fold>
      )}
    </View>
  )
}

/** What the reader may say to the rule. */
const Acts = ({ rule, at, may, onChanged }: Omit<Props, 'opens'>) => {
  const self = useCommand('assessment.self')
  const judge = useCommand('assessment.judge')
  const unjudge = useCommand('assessment.unjudge')
  const mine = rule.marks.find(one => one.mine)
  const refusal = self.refusal ?? judge.refusal ?? unjudge.refusal
  const forget = () => [self, judge, unjudge].forEach(one => one.forget())
  const of = { ...at, ruleId: rule.ruleId }
  const settled = async (answer: { ok: boolean } | undefined, close: () => void) => {
    if (answer?.ok !== true) return false
    close()
    await onChanged()
    return true
  }
  return (
    <>
      {refusal && <Failure refusal={refusal} onSeen={forget} />}
      {/* What the system has seen whole needs no word of the branch. */}
      {may.includes('self') && (
        <Unfold icon="edit" kind={rule.state === 'met' ? 'quiet' : 'secondary'} words={rule.self ? '改自评' : '自己评一评'}>
          {close => (
            <SayForm
              draft={`assessment-self/${at.roundId}/${at.branchId}/${rule.ruleId}`}
              most={rule.points}
              begin={rule.self ?? { points: rule.counted ?? rule.points, words: '', fileIds: [] }}
              asksWords={false}
              photos
              placeholder="怎么做的、做到什么样"
              words="交上去"
              onSay={async said => settled(await self.run({ ...of, ...said }), close)}
              onClose={close}
            />
          )}
        </Unfold>
      )}
      {may.includes('judge') && (
        <Unfold icon="edit" words={mine ? '改我的评分' : '评分'}>
          {close => (
            <SayForm
              draft={`assessment-judge/${at.roundId}/${at.branchId}/${rule.ruleId}`}
              most={rule.points}
              begin={mine ? { ...mine, fileIds: [] } : { points: rule.counted ?? rule.self?.points ?? rule.points, words: '', fileIds: [] }}
              asksWords
              photos={false}
              placeholder="例如：看过记录，属实"
              words="评好了"
              onSay={async ({ points, words }) => settled(await judge.run({ ...of, points, words }), close)}
              onClose={close}
            />
          )}
        </Unfold>
      )}
      {may.includes('judge') && mine && (
        <Button kind="quiet" icon="back" busyWords="正在撤回…" onPress={async () => settled(await unjudge.run(of), () => undefined)}>
          撤回我的评分
        </Button>
      )}
      <AppealForm rule={rule} at={at} may={may} onChanged={onChanged} />
    </>
  )
}

/** One rule: what it asks, what the system saw, what the branch and the judges say. */
export const RuleCard = (props: Props) => {
  const { rule } = props
  return (
    <Card>
      <View className="row">
        <View className="grow strong">{rule.text}</View>
        <StateChip {...chipOfRule(rule.state)} />
      </View>
      <View>{rule.counted === null ? `${String(rule.points)} 分，未评` : `${String(rule.counted)} / ${String(rule.points)} 分`}</View>
      <Evidence rule={rule} opens={props.opens} />
      {rule.self && (
        <View className="stack">
          <View>{`支部自评：${String(rule.self.points)} 分`}</View>
          {rule.self.words !== '' && <View className="prose">{rule.self.words}</View>}
          <PhotoList fileIds={rule.self.fileIds} of="自评的照片" />
        </View>
      )}
      <Judged rule={rule} />
      <Acts {...props} />
    </Card>
  )
}
