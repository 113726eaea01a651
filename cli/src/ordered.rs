//! Work on all cores with results in the order of the input, in bounded memory.

use std::{
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    thread,
};

/// Does `work` on each item with `threads` threads and gives the results to `take` in the order of the items.
/// Worker k does items k, k + n, k + 2n …; each has short queues, so nobody runs far ahead. Stops early when
/// `take` says so.
pub(crate) fn ordered<T: Send, R: Send>(
    threads: usize,
    items: impl Iterator<Item = T> + Send,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> bool,
) {
    thread::scope(|scope| {
        let mut inputs = Vec::new();
        let mut outputs = Vec::new();
        for _ in 0..threads.max(1) {
            let (send_item, receive_item): (SyncSender<T>, Receiver<T>) = sync_channel(1);
            let (send_result, receive_result): (SyncSender<R>, Receiver<R>) = sync_channel(1);
            let work = &work;
            scope.spawn(move || {
                for item in receive_item {
                    if send_result.send(work(item)).is_err() {
                        break;
                    }
                }
            });
            inputs.push(send_item);
            outputs.push(receive_result);
        }
        scope.spawn(move || {
            let mut items = items;
            'feed: loop {
                for input in &inputs {
                    let Some(item) = items.next() else { break 'feed };
                    if input.send(item).is_err() {
                        break 'feed;
                    }
                }
            }
        });
        'collect: loop {
            for output in &outputs {
                let Ok(result) = output.recv() else { break 'collect };
                if !take(result) {
                    break 'collect;
                }
            }
        }
        // Dropping the receiving ends lets the workers, and then the feeder, come to an end.
        drop(outputs);
    });
}

#[cfg(test)]
mod tests {
    use super::ordered;

    #[test]
    fn results_come_in_the_order_of_the_items_whatever_the_threads() {
        for threads in [1, 2, 3, 7] {
            let mut seen = Vec::new();
            let work = |item: u64| {
                std::thread::sleep(std::time::Duration::from_micros(item * 7919 % 97));
                item * 2
            };
            ordered(threads, 0..200, work, |result| {
                seen.push(result);
                true
            });
            assert_eq!(seen, (0..200).map(|item| item * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn it_stops_when_the_taker_has_enough() {
        let mut taken = 0;
        ordered(
            3,
            0_u64..,
            |item| item,
            |_| {
                taken += 1;
                taken < 10
            },
        );
        assert_eq!(taken, 10);
    }
}
