export {
  MediaApi,
  type Announcement,
  type Medium,
  type Preview,
  type SignedPut,
  type UploadSlot,
} from './media/media-api.js';
export type { Put } from './media/put.js';
export {
  mediaContent,
  uploadFile,
  type UnfinishedUploads,
  type UploadedFile,
  type UploadOptions,
  type UploadProgress,
} from './media/upload-file.js';
