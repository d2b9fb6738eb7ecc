//! Everything in a dossier that happened on a day, by its kind.

use chrono::NaiveDate;
use keqing::lifecycle::standing::State;
use keqing::loyalty::LoyaltyFacts;
use keqing::party::feeling::Emotion;
use keqing::receivable::account::{AccountInvoice, CustomerAccount};
use keqing::receivable::statement::Statement;
use keqing::satisfaction::SatisfactionFacts;
use keqing::verdict::Presence;
use keqing::vocab::name::DocumentId;
use keqing::vocab::words::{Side, Text};

use super::{Told, words};

/// The kind of an event, in the order in which the kinds stand below each other.
#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Lane {
    Stage,
    People,
    Purchases,
    Invoices,
    Payments,
    Reminders,
    Promises,
    Moods,
    Words,
    Contacts,
    Investments,
}

impl Lane {
    pub(super) const ALL: [Self; 11] = [
        Self::Stage,
        Self::People,
        Self::Purchases,
        Self::Invoices,
        Self::Payments,
        Self::Reminders,
        Self::Promises,
        Self::Moods,
        Self::Words,
        Self::Contacts,
        Self::Investments,
    ];

    pub(super) const fn text(self) -> Text {
        match self {
            Self::Stage => words::LANE_STAGE,
            Self::People => words::LANE_PEOPLE,
            Self::Purchases => words::LANE_PURCHASES,
            Self::Invoices => words::LANE_INVOICES,
            Self::Payments => words::LANE_PAYMENTS,
            Self::Reminders => words::LANE_REMINDERS,
            Self::Promises => words::LANE_PROMISES,
            Self::Moods => words::LANE_MOODS,
            Self::Words => words::LANE_WORDS,
            Self::Contacts => words::LANE_CONTACTS,
            Self::Investments => words::LANE_INVESTMENTS,
        }
    }
}

/// The side on which an event falls.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Tone {
    Plain,
    Good,
    Bad,
}

/// Something that happened, or will happen, on a day.
pub(super) struct Event {
    pub(super) on: NaiveDate,
    pub(super) lane: Lane,
    pub(super) tone: Tone,
    pub(super) text: String,
    /// The words beside the mark where the text has no room; none if they are empty.
    pub(super) brief: String,
}

/// Returns every event of the dossier in the order of the days.
pub(super) fn events(told: &Told<'_>) -> Vec<Event> {
    let mut events = Events {
        told,
        list: Vec::new(),
    };
    events.stage();
    events.people();
    events.moods();
    let dossier = told.dossier;
    if let Some(account) = dossier
        .receivable
        .as_ref()
        .and_then(|facts| facts.account.as_ref())
    {
        events.account(account);
    }
    if let Some(loyalty) = &dossier.loyalty {
        events.loyalty(loyalty);
    }
    if let Some(satisfaction) = &dossier.satisfaction {
        events.satisfaction(satisfaction);
    }
    let mut list = events.list;
    list.sort_by_key(|one| (one.on, one.lane));
    list
}

struct Events<'a> {
    told: &'a Told<'a>,
    list: Vec<Event>,
}

impl<'a> Events<'a> {
    fn add(&mut self, on: NaiveDate, lane: Lane, tone: Tone, text: String) {
        self.add_brief(on, lane, tone, (text, String::new()));
    }

    fn add_brief(
        &mut self,
        on: NaiveDate,
        lane: Lane,
        tone: Tone,
        (text, brief): (String, String),
    ) {
        let event = Event {
            on,
            lane,
            tone,
            text,
            brief,
        };
        self.list.push(event);
    }

    fn say(&self, text: Text) -> &'static str {
        self.told.say(text)
    }

    fn stage(&mut self) {
        let standing = self.told.dossier.lifecycle.standing;
        let (stage, tone) = match standing.state() {
            State::Active(stage) => (self.say(stage.text()).to_owned(), Tone::Plain),
            State::Interrupted(stage) => {
                let stage = self.say(stage.text());
                (
                    format!("{}{stage}", self.say(words::INTERRUPTED)),
                    Tone::Bad,
                )
            }
        };
        let (since, stepped, fell) = (
            standing.since(),
            standing.last_step_up(),
            standing.last_fall(),
        );
        let tone = if stepped == Some(since) {
            Tone::Good
        } else if fell == Some(since) {
            Tone::Bad
        } else {
            tone
        };
        self.add(since, Lane::Stage, tone, stage);
        let moves = [
            (stepped, Tone::Good, words::STEPPED_UP),
            (fell, Tone::Bad, words::FELL),
        ];
        for (day, tone, text) in moves {
            if let Some(day) = day.filter(|day| *day != since) {
                self.add(day, Lane::Stage, tone, self.say(text).to_owned());
            }
        }
    }

    fn people(&mut self) {
        let register = self.told.dossier.party.parties.register();
        for side in Side::ALL {
            for person in register.side(side) {
                let who = person.id;
                if let Some(first) = person.from {
                    let text = format!("{who} {}", self.say(words::COMES));
                    self.add(first, Lane::People, Tone::Plain, text);
                }
                if let Some(last) = person.until {
                    let text = format!("{who} {}", self.say(words::GOES));
                    let brief = who.to_string();
                    self.add_brief(last, Lane::People, Tone::Bad, (text, brief));
                }
            }
        }
    }

    fn moods(&mut self) {
        let mood = self.told.policy.party().mood();
        for seen in &self.told.dossier.party.moods {
            let name = match &seen.emotion {
                Emotion::Other { name, .. } => name.to_string(),
                known => self.say(known.kind().text()).to_owned(),
            };
            let tone = if mood.polarity(seen.emotion) < mood.bad_mood_below() {
                Tone::Bad
            } else {
                Tone::Good
            };
            let text = format!("{}{}{name}", seen.person, self.say(words::COLON));
            self.add_brief(seen.on, Lane::Moods, tone, (text, name));
        }
    }

    fn account(&mut self, account: &CustomerAccount) {
        for invoice in &account.invoices {
            self.invoice(invoice);
        }
        for payment in &account.payments {
            let (id, day) = (payment.id(), payment.date());
            let mut text = format!("{id} {}", payment.amount());
            let tone = match self.lateness(id) {
                Some(0) => Tone::Good,
                Some(late) => {
                    let late = usize::try_from(late).unwrap_or_default();
                    text.push_str(self.say(words::COMMA));
                    text.push_str(&self.told.counted(words::DAYS_LATE, late));
                    Tone::Bad
                }
                None => Tone::Plain,
            };
            self.add_brief(day, Lane::Payments, tone, (text, id.to_string()));
        }
        for reminder in &account.reminders {
            let text = self.say(reminder.step.text()).to_owned();
            self.add(reminder.on, Lane::Reminders, Tone::Bad, text);
        }
        for promise in &account.promises {
            let text = format!("{} {}", self.say(words::PROMISED_TO_PAY), promise.amount);
            self.add(promise.by, Lane::Promises, Tone::Plain, text);
        }
    }

    /// Adds the day of an invoice, and its due day if it is unpaid; one that is overdue stands against the customer.
    fn invoice(&mut self, invoice: &AccountInvoice) {
        let id = invoice.id;
        let stated = self.statement().and_then(|statement| {
            let documents = statement.documents.iter();
            let of_invoice = documents.filter(|one| one.invoice == id);
            of_invoice.max_by_key(|one| (one.settled_on.is_none(), one.days_overdue))
        });
        let unpaid = stated.filter(|one| one.settled_on.is_none());
        let Some(due) = stated.and_then(|one| one.due).or(invoice.due) else {
            return;
        };
        let is_overdue = unpaid.is_some_and(|_| due < self.told.review.as_of());
        let (tone, state) = if is_overdue {
            (Tone::Bad, words::DUE_UNPAID)
        } else {
            (Tone::Plain, words::FALLS_DUE)
        };
        let amount = invoice.amounts.total().money();
        let comma = self.say(words::COMMA);
        let text = format!("{id}{comma}{amount}{}{due}", self.say(words::DUE_ON));
        self.add_brief(
            invoice.dates.invoice,
            Lane::Invoices,
            tone,
            (text, id.to_string()),
        );
        if unpaid.is_some() {
            let state = self.say(state);
            let text = format!("{id}{}{state}", self.say(words::COLON));
            self.add_brief(due, Lane::Invoices, tone, (text, state.to_owned()));
        }
    }

    fn statement(&self) -> Option<&'a Statement> {
        let picture = self.told.review.receivable.as_deref();
        picture.and_then(|picture| picture.statement.as_ref())
    }

    /// Returns by how many days a payment came after the due day of what it paid, at the most; nothing if it is not
    /// known what it paid.
    fn lateness(&self, payment: DocumentId) -> Option<u64> {
        let statement = self.statement()?;
        let documents = statement.ledger.documents.iter();
        let late = documents.filter_map(|document| {
            let mut changes = document.changes.iter();
            let paid =
                changes.find(|change| change.event == payment && !change.amount.is_negative())?;
            let late = paid.date.signed_duration_since(document.due?).num_days();
            Some(u64::try_from(late).unwrap_or_default())
        });
        late.max()
    }

    fn loyalty(&mut self, loyalty: &LoyaltyFacts) {
        for day in &loyalty.purchases {
            self.add(
                *day,
                Lane::Purchases,
                Tone::Plain,
                self.say(words::BOUGHT).to_owned(),
            );
        }
        for word in &loyalty.evidence {
            let mut text = self.say(word.sign.text()).to_owned();
            if let Some(by) = word.by {
                text = format!("{by}{}{text}", self.say(words::COLON));
            }
            self.add(word.on, Lane::Words, Tone::Plain, text);
        }
        let foundations = &loyalty.foundations;
        for contact in foundations.contacts.value().into_iter().flatten() {
            let (tone, text) = match contact.customer_spoke {
                Presence::Present => (Tone::Good, words::CUSTOMER_SPOKE),
                Presence::Absent => (Tone::Bad, words::CUSTOMER_SILENT),
            };
            self.add(contact.on, Lane::Contacts, tone, self.say(text).to_owned());
        }
        let as_of = self.told.review.as_of();
        for promise in foundations.promises.value().into_iter().flatten() {
            let kept = promise.kept_on.filter(|kept| *kept <= as_of);
            let (tone, text) = match kept {
                Some(kept) if kept <= promise.due => (Tone::Good, words::KEPT),
                Some(_) => (Tone::Bad, words::KEPT_LATE),
                None if promise.due < as_of => (Tone::Bad, words::NOT_KEPT),
                None => (Tone::Plain, words::PROMISED),
            };
            let state = self.say(text);
            let text = format!("{}{}{state}", promise.id, self.say(words::COLON));
            self.add_brief(promise.due, Lane::Promises, tone, (text, state.to_owned()));
        }
        for one in foundations.investments.value().into_iter().flatten() {
            let text = self.say(words::side(one.side)).to_owned();
            self.add(one.on, Lane::Investments, Tone::Good, text);
        }
    }

    fn satisfaction(&mut self, satisfaction: &SatisfactionFacts) {
        for measured in &satisfaction.measurements {
            let tone = if measured.gap().is_sign_negative() {
                Tone::Bad
            } else {
                Tone::Good
            };
            let text = format!("{} {}", self.say(words::SATISFACTION), measured.gap());
            self.add(measured.on(), Lane::Words, tone, text);
        }
    }
}
