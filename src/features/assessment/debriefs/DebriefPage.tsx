import { View } from '@tarojs/components'
import { gradeWords } from '../../../../core/assessment/debriefs/rules'
import { routes } from '../../../../core/shared/routes'
import { sayDay } from '../../../../core/shared/spans'
import { Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Fold } from '../../../components/Fold'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { fullDate } from '../../../components/times'
import { call, type Given, newId } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { ReviewForm } from './ReviewForm'

type Shown = Given<'debrief.get'>
type Submitted = NonNullable<Shown['submitted']>

const Reviews = ({ reviews }: Pick<Submitted, 'reviews'>) => (
  <>
    {reviews.map((one, nth) => (
      <Notice key={nth} tone={one.grade === 'poor' ? 'warn' : 'good'} title={`评为“${gradeWords[one.grade]}”`}>
        <View>{one.words}</View>
        <View className="soft small">{`${one.by} · ${fullDate(one.at)}`}</View>
      </Notice>
    ))}
  </>
)

const Written = ({ submitted: { at, by, sections, figures, earlier } }: { submitted: Submitted }) => (
  <>
    <View className="soft">{`${by} · ${fullDate(at)}交${earlier > 0 ? ` · 改过 ${String(earlier)} 次` : ''}`}</View>
    {sections.map(one => (
      <Card key={one.title} title={one.title}>
        <View className="prose">{one.text}</View>
      </Card>
    ))}
    {figures.length > 0 && (
      <Fold title={`交的那天系统里的数（${String(figures.length)} 个）`}>
        {() => (
          <Card>
            {figures.map(({ name, words, value, unit }) => (
              <View key={name} className="row">
                <View className="grow">{words}</View>
                <View className="strong">{`${String(value)} ${unit}`}</View>
              </View>
            ))}
          </Card>
        )}
      </Fold>
    )}
  </>
)

const Years = ({ years, branchId, year }: Pick<Shown, 'years'> & { branchId: string; year: number }) => {
  const others = years.filter(one => one.year !== year)
  return others.length === 0 ? null : (
    <Section title="历年述职">
      {others.map(one => (
        <PersonRow
          key={one.year}
          name={`${String(one.year)}年`}
          note={one.grade === undefined ? '没有评' : `评为“${gradeWords[one.grade]}”`}
          onPress={() => go(routes.debrief({ branchId, year: one.year }))}
        />
      ))}
    </Section>
  )
}

interface Props {
  branchId: string
  year: number
  /** The reader writes it. */
  secretary: boolean
}

/** A branch's debrief of a year, as it was handed in and judged. */
export const DebriefPage = ({ branchId, year, secretary }: Props) => {
  const query = useQuery('debrief.get', { branchId, year })
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {({ branchName, opensOn, submitted, years, may }) => (
          <View className="stack">
            <View>
              <Title>{`${String(year)}年述职`}</Title>
              <View className="soft">{branchName}</View>
            </View>
            {submitted ? (
              <>
                <Reviews reviews={submitted.reviews} />
                <Written submitted={submitted} />
              </>
            ) : (
              <Empty icon="edit" title="还没有交述职" hint={`${sayDay(opensOn)}起可以交。系统先替书记写好草稿，书记改了再交。`} />
            )}
            {may.includes('review') && (
              <ReviewForm branchId={branchId} year={year} again={(submitted?.reviews.length ?? 0) > 0} onDone={query.reload} />
            )}
            {secretary && (submitted?.reviews.length ?? 0) === 0 && (
              <Button icon="edit" onPress={() => go(routes.writeDebrief({ branchId, year }))}>
                {submitted ? '改一改，再交' : '写述职'}
              </Button>
            )}
            {may.includes('file') && (
              <ExportButton
                words="打开 Word 文件"
                icon="file"
                name={`${branchName}${String(year)}年述职报告.docx`}
                make={() => call('debrief.file', { branchId, year }, { commandId: newId() })}
              />
            )}
            <Years years={years} branchId={branchId} year={year} />
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
