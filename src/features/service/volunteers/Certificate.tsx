import { useMemo } from 'react'
import { KeptPicture } from '../../../components/KeptPicture'
import { HEIGHT, WIDTH } from '../../../components/paper'
import { lasting } from '../../../components/times'
import { now } from '../../../platform/clock'
import { type Facts, paintCertificate } from './paintCertificate'

/** The year's certificate as a picture, to look at and to keep. */
export const Certificate = ({ facts }: { facts: Facts }) => {
  const paint = useMemo(() => paintCertificate(facts, now()), [facts])
  return (
    <KeptPicture
      width={WIDTH}
      height={HEIGHT}
      paint={paint}
      thing="证书"
      words={`志愿服务证书：${facts.name}，${facts.year}年服务 ${facts.times} 次，${lasting(facts.minutes)}`}
      name={`${facts.name}志愿服务证书.png`}
      kept="服务记录都在，换一部手机再看看。"
    />
  )
}
