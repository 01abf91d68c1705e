use sayso::LinkedAccount;

fn make() -> LinkedAccount<()> {
    LinkedAccount { token: "token".into(), intent: std::marker::PhantomData }
}

fn main() {}
