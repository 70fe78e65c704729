import { NatterError, Unreachable } from '../errors.js';
import type { SignedPut } from './media-api.js';

/** Sends bytes to object storage; tells how many are on their way. */
export type Put = (
  to: SignedPut,
  bytes: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal | undefined,
) => Promise<void>;

/** `fetch` does not tell how far a body has gone; XMLHttpRequest does, where there is one. Without our token, which is none of the storage's business. */
export const usualPut: Put = (...put) => (typeof XMLHttpRequest === 'undefined' ? byFetch(...put) : byRequest(...put));

const byRequest: Put = (to, bytes, onSent, signal) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const end = () => signal?.removeEventListener('abort', abort);
    request.open('PUT', to.url);
    Object.entries(to.headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onload = () => {
      end();
      const refusal = refusalOf(request.status);
      if (refusal === undefined) {
        onSent(bytes.size);
        resolve();
      } else {
        reject(refusal);
      }
    };
    request.onerror = () => {
      end();
      reject(new Unreachable('object storage does not answer'));
    };
    request.onabort = () => {
      end();
      reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', abort);
    request.send(bytes);
  });

const byFetch: Put = async (to, bytes, onSent, signal) => {
  let status: number;
  try {
    const response = await fetch(to.url, {
      method: 'PUT',
      headers: to.headers,
      body: bytes,
      ...(signal === undefined ? {} : { signal }),
    });
    await response.body?.cancel();
    ({ status } = response);
  } catch (cause) {
    signal?.throwIfAborted();
    throw new Unreachable('object storage does not answer', { cause });
  }
  const refusal = refusalOf(status);
  if (refusal !== undefined) {
    throw refusal;
  }
  onSent(bytes.size);
};

function refusalOf(status: number): Error | undefined {
  if (status >= 500) {
    return new NatterError('unavailable', `object storage answered with ${status}`, 1_000);
  }
  return status >= 300 ? new NatterError('rejected', `object storage refused the bytes with ${status}`) : undefined;
}
