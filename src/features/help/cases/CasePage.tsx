import { View } from '@tarojs/components'
import { BigButton, Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { dated, moment } from '../../../components/times'
import { routes } from '../../../../core/shared/routes'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { CaseTools } from './CaseTools'
import { NoteForm } from './NoteForm'
import { askedWords, type QuietCase } from './words'

const People = ({ people }: Pick<QuietCase, 'people'>) =>
  people.length === 0 ? null : (
    <Section title="请了谁">
      <View className="stack">
        {people.map(({ memberId, name, answer }) => (
          <PersonRow key={memberId} name={name} state={askedWords[answer ?? 'none']} />
        ))}
      </View>
    </Section>
  )

const Notes = ({ notes }: Pick<QuietCase, 'notes'>) => (
  <Section title="谈的经过">
    <View className="stack">
      {notes.length === 0 && <View className="soft">还没有写。谈过一次，就在这里记一笔。</View>}
      {notes.map(({ name, at, text }, nth) => (
        <Card key={nth}>
          <View className="soft small">{`${name} · ${moment(at)}`}</View>
          <View className="prose">{text}</View>
        </Card>
      ))}
    </View>
  </Section>
)

interface Props {
  caseId: string
  /** Where the keeper finds people to ask; absent for readers without the office. */
  orgId: string | undefined
}

/** One quiet case: asked, the reader says yes or no; named, they read it, write, and its keeper brings it to its end. */
export const CasePage = ({ caseId, orgId }: Props) => {
  const query = useQuery('case.get', { caseId }, { kept: false })
  const answer = useCommand('case.answer')
  const say = async (said: 'yes' | 'no') => {
    const reply = await answer.run({ caseId, answer: said })
    if (!reply?.ok) return
    if (said === 'no') go(routes.home())
    else await query.reload()
  }
  const asked = query.data?.as === 'asked' && query.data.may.includes('answer')
  return (
    <Screen
      main={
        asked && (
          <BigButton icon="done" busyWords="正在记下…" onPress={() => say('yes')}>
            我愿意帮忙
          </BigButton>
        )
      }
    >
      {answer.refusal && <Failure refusal={answer.refusal} onSeen={answer.forget} />}
      <Loaded query={query} cards={2}>
        {shown =>
          shown.as === 'asked' ? (
            <View className="stack">
              <Title>{`${shown.keeper}请您帮着谈一件事`}</Title>
              <View>{shown.closed ? '这件事已经谈完了，谢谢您。' : '答应以后才看得到是谁、什么事。看到的请不要对别人说。'}</View>
              {asked && (
                <Button icon="close" onPress={() => say('no')}>
                  这次不方便
                </Button>
              )}
            </View>
          ) : (
            <View className="stack">
              <Title>{`和${shown.name}谈心`}</Title>
              <View className="soft words-whole">{`${shown.keeper}负责 · ${dated(shown.openedAt)}开始 · 只有被请到的同志看得到`}</View>
              {shown.closed && (
                <Notice tone="good" title="谈完了">
                  <View>{shown.closed.outcome}</View>
                </Notice>
              )}
              <Card title="什么事">
                <View className="prose">{shown.topic}</View>
              </Card>
              <People people={shown.people} />
              <Notes notes={shown.notes} />
              {shown.may.includes('note') && <NoteForm caseId={caseId} onWritten={query.reload} />}
              <CaseTools shown={shown} orgId={orgId} onChanged={query.reload} onLeft={() => go(routes.home())} />
              {shown.as === 'in' && shown.may.includes('answer') && (
                <Button kind="quiet" icon="leave" onPress={() => say('no')}>
                  不再参加
                </Button>
              )}
            </View>
          )
        }
      </Loaded>
    </Screen>
  )
}
