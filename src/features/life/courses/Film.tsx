import { Video, View } from '@tarojs/components'
import { useState } from 'react'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { shownFile } from '../../../platform/files'
import { Head, type TakingProps, Words } from './Head'
import { How } from './How'
import { useTaking } from './useTaking'
import './Film.css'

/** A film to watch, with the phone's own large controls. */
export const Film = ({ course, fileId, forMemberId, head }: TakingProps & { fileId: string }) => {
  const taking = useTaking(course, forMemberId)
  const [failed, setFailed] = useState(false)
  // Where it begins is said once: a film that is told again begins again.
  const [from] = useState(taking.length > 0 && taking.at >= taking.length - 1 ? 0 : taking.at)
  return (
    <Screen>
      <Head course={course} seen={taking.seen} head={head} />
      {failed && (
        <Notice tone="warn" title="放不出来" onSeen={() => setFailed(false)}>
          <View>看到哪里都记着。请看看手机有没有信号，再打开一次。</View>
        </Notice>
      )}
      <View className="film">
        <Video
          className="film-picture"
          src={shownFile(fileId)}
          title={course.title}
          initialTime={from}
          onTimeUpdate={({ detail }) => taking.onTime(detail.currentTime, detail.duration)}
          onPause={taking.onStill}
          onEnded={taking.onStill}
          onError={() => setFailed(true)}
        />
      </View>
      <How {...taking} word="看" />
      <Words body={course.body} />
    </Screen>
  )
}
