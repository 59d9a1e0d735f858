//! The table: heads that stay, the names that stay, and of the rows only those that are looked at, since
//! thousands at once would make every scroll a wait. On paper all of them are drawn.
//!
//! Its size is told as if all rows were there (`aria-rowcount`, `aria-rowindex`). The room of those that are
//! not is kept by an empty picture of their height, because an inline style would be blocked.

use std::sync::Arc;

use domain::table::TableRow;
use domain::table::column::{Column, Topic};
use leptos::html;
use leptos::prelude::*;

use crate::components::table::block::{Block, Room, Sheet};
use crate::components::table::columns::is_wide;
use crate::components::table::heading::{HEAD_LINES, TableHead};
use crate::components::table::row_window::RowWindow;
use crate::route::table::TableAddress;
use crate::words::table_words;

/// How much is seen before anything was measured, in pixels: about what a desk shows.
const SIGHT_AT_FIRST: f64 = 720.0;

/// The id of the region, which takes the focus when what had it is gone.
pub const REGION: &str = "table";

/// Draws the rows at these positions, as the address asks for them.
#[component]
pub fn TableGrid(
    /// All rows.
    rows: StoredValue<Vec<TableRow>>,
    /// Which of them are shown, in their order.
    shown: Memo<Arc<Vec<usize>>>,
    /// What is asked for.
    address: TableAddress,
) -> impl IntoView {
    let query = address.query();
    // Another order changes no head: whoever sorts by one stays on it.
    let heads = Memo::new(move |_| query.with(|query| (query.topics.clone(), query.aspects.clone())));
    // A word typed into the search that changes no row draws none anew.
    let columns = Memo::new(move |_| Arc::new(query.read().columns()));
    let sheet = Memo::new(move |before: Option<&Sheet>| Sheet {
        stamp: before.map_or(1, |sheet| sheet.stamp + 1),
        rows: shown.get(),
        columns: columns.get(),
    });
    let scroller = NodeRef::<html::Div>::new();
    let printing = RwSignal::new(false);
    let learned = RwSignal::new((0, RowWindow::new(0)));
    let window = Memo::new(move |_| {
        let sheet = sheet.read();
        learned.with(|(stamp, window)| match *stamp == sheet.stamp {
            true => window.clone(),
            false => RowWindow::new(sheet.rows.len()),
        })
    });
    let reached = RwSignal::new((0, 0..0));
    // Another table is drawn at once; from there on it grows towards what is looked at.
    let drawn = Memo::new(move |_| match (printing.get(), reached.get()) {
        (true, _) => window.read().all(),
        (false, (stamp, blocks)) if stamp == sheet.read().stamp => blocks,
        _ => window.with(|window| window.drawn(0.0, SIGHT_AT_FIRST)),
    });
    let is_to_look = StoredValue::new(false);
    let look = Callback::new(move |()| {
        let Some(scroller) = scroller.get_untracked().filter(|_| !printing.get_untracked()) else { return };
        let (top, height) = (f64::from(scroller.scroll_top()), f64::from(scroller.client_height()).max(1.0));
        let now = drawn.get_untracked();
        let next = window.with_untracked(|window| window.next(&now, top, height));
        let next = (sheet.with_untracked(|sheet| sheet.stamp), next);
        if reached.with_untracked(|known| *known != next) {
            reached.set(next);
        }
    });
    // However often a frame says that it was scrolled, it is drawn once.
    let look_once = move || {
        if is_to_look.try_get_value() == Some(false) {
            is_to_look.set_value(true);
            request_animation_frame(move || {
                // The page may have been left meanwhile.
                if is_to_look.try_set_value(false).is_none() {
                    look.run(());
                }
            });
        }
    };
    // What was drawn leads to the next block, until all that is wanted is there.
    Effect::new(move |_| {
        reached.track();
        window.track();
        look_once();
    });
    // Another order is read from its beginning.
    Effect::new(move |before: Option<usize>| {
        let stamp = sheet.read().stamp;
        if let Some(scroller) = scroller.get()
            && before.is_some_and(|before| before != stamp)
        {
            scroller.set_scroll_top(0);
        }
        look_once();
        stamp
    });
    follow_window(look_once, printing);
    let blocks = move || {
        let stamp = sheet.read().stamp;
        drawn.get().map(|block| (stamp, block)).collect::<Vec<_>>()
    };
    let block = move |(stamp, block): (usize, usize)| {
        let learn = move |height| {
            learned.update(|(known, window)| {
                if *known != stamp {
                    *known = stamp;
                    *window = RowWindow::new(sheet.read_untracked().rows.len());
                }
                window.learn(block, height);
            });
        };
        view! { <Block rows sheet=sheet.get_untracked() block learn address/> }
    };
    let above = move || window.read().above(drawn.read().start);
    let below = move || window.read().from(drawn.read().end);
    view! {
        <div
            class="table"
            id=REGION
            role="region"
            aria-label=table_words().title
            tabindex="0"
            node_ref=scroller
            on:scroll=move |_| look_once()
        >
            <table class="table__table" aria-rowcount=move || sheet.read().rows.len() + HEAD_LINES>
                {move || view! { <Columns columns=sheet.read().columns.clone()/> }}
                {move || {
                    let (topics, aspects) = heads.get();
                    view! { <TableHead topics aspects address/> }
                }}
                <Room height=Signal::derive(above)/>
                <For each=blocks key=|key| *key children=block/>
                <Room height=Signal::derive(below)/>
            </table>
        </div>
    }
}

/// Looks again when the window changes its size, and draws everything for the printer.
fn follow_window(look: impl Fn() + Copy + 'static, printing: RwSignal<bool>) {
    Effect::new(move |_| {
        let resized = window_event_listener(leptos::ev::resize, move |_| look());
        let before = window_event_listener(leptos::ev::beforeprint, move |_| printing.set(true));
        let after = window_event_listener(leptos::ev::afterprint, move |_| {
            printing.set(false);
            look();
        });
        on_cleanup(move || [resized, before, after].into_iter().for_each(WindowListenerHandle::remove));
    });
}

/// How wide each column is, so that no row moves another's cells.
#[component]
fn Columns(columns: Arc<Vec<Column>>) -> impl IntoView {
    let classes = columns.iter().map(|column| match column.topic {
        Topic::Service => "table__col table__col--name",
        Topic::Reported | Topic::Changes | Topic::Versions => "table__col table__col--words",
        Topic::Area | Topic::Audience | Topic::Evidence => "table__col table__col--term",
        Topic::Measure(kind) if is_wide(kind) => "table__col table__col--term",
        Topic::Measure(_) | Topic::Standard | Topic::Cases | Topic::YearlyHours => "table__col",
    });
    view! { <colgroup>{classes.map(|class| view! { <col class=class/> }).collect_view()}</colgroup> }
}
