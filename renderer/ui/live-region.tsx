import { useAnnouncements } from './announce.ts';

/** The window's one place for spoken messages. A changing key makes repeated words audible. */
export const LiveRegion = () => {
  const { message, turn } = useAnnouncements();
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      <span key={turn}>{message}</span>
    </div>
  );
};
