import { Image } from '@tarojs/components'
import { shownFile } from '../platform/files'
import { pictured } from './spoken'
import './PhotoList.css'

/** Photos to look at, each as wide as its card; `of` says whose or of what: 活动, 看望王建国. */
export const PhotoList = ({ fileIds, of }: { fileIds: readonly string[]; of: string }) => (
  <>
    {fileIds.map((fileId, index) => (
      <Image
        key={fileId}
        className="photo-whole"
        src={shownFile(fileId)}
        mode="widthFix"
        lazyLoad
        {...pictured(`${of}的第 ${index + 1} 张照片`)}
      />
    ))}
  </>
)
