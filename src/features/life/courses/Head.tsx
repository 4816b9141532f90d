import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card, Title } from '../../../components/Card'
import { ReadAloud } from '../../../components/ReadAloud'
import { Stamp } from '../../../components/Stamp'
import { Unfold } from '../../../components/Unfold'
import type { Given } from '../../../platform/call'
import { sayCourse } from './words'

/** One course as a person takes it. */
export interface TakingProps {
  course: Given<'course.get'>
  forMemberId: { forMemberId?: string }
  head: ReactNode
}

/** What it is called, and whether it is done. */
export const Head = ({ course, seen, head }: { course: Given<'course.get'>; seen: boolean; head: ReactNode }) => (
  <>
    {head}
    <Title>{course.title}</Title>
    <View className="soft">{sayCourse(course)}</View>
    {seen && <Stamp words="学完了" fresh={!course.seen} />}
  </>
)

/** The words that came with a recording. */
export const Words = ({ body }: { body: string }) =>
  body === '' ? null : (
    <Unfold words="看看文字" icon="file">
      {() => (
        <Card>
          <View className="prose">{body}</View>
          <ReadAloud text={body} />
        </Card>
      )}
    </Unfold>
  )
