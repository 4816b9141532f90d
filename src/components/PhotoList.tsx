import { pictured } from './spoken'
import { Stored } from './Stored'
import './PhotoList.css'

/** As wide as a page is at most. */
const WIDE = 480

/** Photos to look at, each as wide as its card; `of` says whose or of what: 活动, 看望王建国. */
export const PhotoList = ({ fileIds, of }: { fileIds: readonly string[]; of: string }) => (
  <>
    {fileIds.map((fileId, index) => (
      <Stored
        key={fileId}
        className="photo-whole"
        fileId={fileId}
        points={WIDE}
        mode="widthFix"
        {...pictured(`${of}的第 ${index + 1} 张照片`)}
      />
    ))}
  </>
)
