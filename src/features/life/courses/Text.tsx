import { View } from '@tarojs/components'
import { useState } from 'react'
import { pagesOf } from '../../../../core/life/courses/rules'
import { BigButton, Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { ReadAloud } from '../../../components/ReadAloud'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { useCommand } from '../../../platform/query'
import { Head, type TakingProps } from './Head'

/** A text to read, page by page in large letters, each read aloud where the phone can; where one stopped is kept for every phone. */
export const Text = ({ course, forMemberId, head }: TakingProps) => {
  const pages = pagesOf(course.body)
  const last = Math.max(0, pages.length - 1)
  const [at, setAt] = useState(course.seen ? 0 : Math.min(course.at, last))
  const [seen, setSeen] = useState(course.seen)
  const done = useCommand('course.done')
  const turn = (to: number) => {
    setAt(to)
    // Where it is told is of no weight: the next turn tells it again.
    void call('course.progress', { courseId: course.courseId, at: to, ...forMemberId })
  }
  const end = async () => {
    const answer = await done.run({ courseId: course.courseId, ...forMemberId })
    if (answer?.ok) setSeen(true)
  }
  return (
    <Screen
      main={
        <>
          {done.refusal && <Failure refusal={done.refusal} onSeen={done.forget} />}
          {at < last ? (
            <BigButton icon="next" onPress={() => turn(at + 1)}>
              往下看
            </BigButton>
          ) : (
            !seen && (
              <BigButton icon="done" busyWords="正在记下…" onPress={end}>
                看完了
              </BigButton>
            )
          )}
        </>
      }
    >
      <Head course={course} seen={seen} head={head} />
      <Card>
        <View className="soft">
          第 {String(at + 1)} 页，一共 {String(last + 1)} 页
        </View>
        <View className="prose">{pages[at] ?? ''}</View>
        <ReadAloud key={at} text={pages[at] ?? ''} />
      </Card>
      {at > 0 && (
        <Button icon="back" onPress={() => turn(at - 1)}>
          往回看
        </Button>
      )}
    </Screen>
  )
}
