import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Loaded, Skeleton } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { pictured } from '../../../components/spoken'
import type { Given } from '../../../platform/call'
import { canPrint, drawPicture, printPictures, savePicture } from '../../../platform/picture'
import { useQuery } from '../../../platform/query'
import { HEIGHT, paintDoor, WIDTH } from './doorSheet'
import './stations.css'

type Door = Given<'station.print'>

const sourceOf = ({ code }: Door) => `data:image/${code.startsWith('/9j/') ? 'jpeg' : 'png'};base64,${code}`

const Sheet = ({ door }: { door: Door }) => {
  const [page, setPage] = useState<string | null | undefined>()
  const [saved, setSaved] = useState<boolean | undefined>()
  useEffect(() => {
    let gone = false
    void drawPicture(WIDTH, HEIGHT, paintDoor(door), [sourceOf(door)]).then(drawn => {
      if (!gone) setPage(drawn ?? null)
    })
    return () => {
      gone = true
    }
  }, [door])
  if (page === undefined) return <Screen>{<Skeleton cards={1} />}</Screen>
  if (page === null)
    return (
      <Screen>
        <Notice tone="warn" title="这部手机画不出来">
          换一部手机，或者用电脑打开再做。
        </Notice>
      </Screen>
    )
  const save = async () => setSaved(await savePicture(page, `${door.name}门口的码.png`))
  return (
    <Screen
      main={
        canPrint ? (
          <BigButton icon="file" onPress={() => printPictures([page], door.name)}>
            打印
          </BigButton>
        ) : (
          <BigButton icon="download" onPress={save}>
            存成图片
          </BigButton>
        )
      }
    >
      <View className="soft">印在一张 A4 纸上，贴在门口。扫一扫就到这个站点的页面：值班签到、要人帮忙、留一句话。</View>
      {saved !== undefined && (
        <Notice
          tone={saved ? 'good' : 'warn'}
          title={saved ? '保存好了，可以发给打印店' : '没有保存成，可以长按图片保存'}
          onSeen={() => setSaved(undefined)}
        />
      )}
      {canPrint && (
        <Button icon="download" onPress={save}>
          存成图片
        </Button>
      )}
      <Image className="door-page" src={page} mode="widthFix" {...pictured(`${door.name}门口的码`)} />
    </Screen>
  )
}

/** The sheet for a station's door, with the code that opens its page. */
export const DoorCode = ({ stationId }: { stationId: string }) => {
  const query = useQuery('station.print', { stationId })
  return query.data ? (
    <Sheet door={query.data} />
  ) : (
    <Screen>
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  )
}
