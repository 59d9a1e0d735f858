//! What pages are made of: one concept a file, each drawing what it is given.

pub mod evidence_mark;
pub mod field_value;
pub mod hypothesis_mark;
pub mod illustrative_line;
pub mod lighter_and_heavier;
pub mod numbers;
pub mod page_heading;
pub mod pane;
pub mod quotation;
pub mod reported_alone;
pub mod run_link;
pub mod search_box;
pub mod service_card;
pub mod service_foot;
pub mod site_footer;
pub mod site_header;
pub mod step_changes;
pub mod text_twin;
pub mod time_strips;
pub mod trip_picture;
pub mod unread_note;
pub mod version_picker;
pub mod what_if;
pub mod why_sheet;
