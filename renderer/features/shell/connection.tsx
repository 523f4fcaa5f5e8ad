import { useEffect, useRef } from 'react';
import { useConnection } from '#renderer/client/connection.ts';
import { announce } from '#renderer/ui/announce.ts';
import styles from './connection.module.css';

/** Says so when the host stopped answering, for as long as it does not. */
export const Connection = () => {
  const isLost = useConnection(({ state }) => state === 'lost');
  const wasLost = useRef(false);
  useEffect(() => {
    if (!isLost && wasLost.current) announce('Understory answers again.');
    wasLost.current = isLost;
  }, [isLost]);
  if (!isLost) return null;
  return (
    <div className={styles.lost} role="alert">
      <strong>Understory does not answer.</strong> What was saved is on disk. This page goes on by
      itself when it is back. If it was closed, start it again: it opens a new window.
    </div>
  );
};
