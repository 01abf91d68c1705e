//! What a request costs behind HTTP on the loopback interface, beside the least that it could cost, in the same run.
//!
//! The floor is an axum server with a fixed answer; the verified floor checks an RSA-2048 signature over the same body before it, with a key that was parsed
//! once. Ours are the development server, which does all but verify, and the production server. Each is a process of its own, and its CPU is what the
//! operating system accounts for; the load comes from this process. Absolute times depend on the machine, ratios hold.
//!
//! `cargo bench --bench doors` prints all tables.

#[path = "../../tests/by_hand/mod.rs"]
mod by_hand;
#[path = "../callers/mod.rs"]
mod callers;
mod load;
#[path = "../order/mod.rs"]
mod order;
mod process;
mod servers;

use process::Server;
use servers::Role;

const CONNECTIONS: [usize; 3] = [1, 16, 64];
const ROUNDS: usize = 7;
const REQUESTS: usize = 20_000;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--serve") {
        return servers::run(Role::named(&arguments[at + 1]));
    }
    if arguments.iter().any(|argument| argument == "--test") {
        return; // `cargo test --benches` only asks whether this builds.
    }
    let servers = Role::ALL.map(Server::start);
    let idle = servers.each_ref().map(Server::memory);
    costs(&servers);
    latencies(&servers);
    memory(&servers, idle);
}

fn named(role: Role, all: &[Server]) -> &Server {
    all.iter().find(|server| server.role == role).expect("all roles are served")
}

/// CPU for each request, in turns, so that a change of the machine's speed touches all.
fn costs(servers: &[Server]) {
    let mut costs = [const { Vec::new() }; Role::ALL.len()];
    for round in 0..=ROUNDS {
        for (server, costs) in servers.iter().zip(&mut costs) {
            let before = server.cpu();
            load::run(&server.address, &server.request, 16, REQUESTS);
            let cost = (server.cpu() - before).as_secs_f64() * 1e6 / REQUESTS as f64;
            // The first round warms up.
            if round > 0 {
                costs.push(cost);
            }
        }
    }
    let cost = |role: Role| median(&mut costs[role as usize].clone());
    println!("CPU of the server, microseconds a request of {} bytes, 16 connections; medians of {ROUNDS}\n", body(&servers[0]));
    for role in Role::ALL {
        println!("{:<44} {:>8.1}", role.title(), cost(role));
    }
    println!("\nnot verified, beside its floor: {:.2} times", cost(Role::Dev) / cost(Role::Floor));
    println!("verified, beside its floor: {:.2} times\n", cost(Role::Verified) / cost(Role::VerifiedFloor));
}

fn body(server: &Server) -> usize {
    let end = server.request.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
    server.request.len() - end - 4
}

fn median(figures: &mut [f64]) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

fn latencies(servers: &[Server]) {
    println!("{:<44} {:>11} {:>11} {:>9} {:>9} {:>9}", "server", "connections", "requests/s", "p50 ms", "p99 ms", "max ms");
    for role in Role::ALL {
        let server = named(role, servers);
        for connections in CONNECTIONS {
            let load = load::run(&server.address, &server.request, connections, REQUESTS);
            let [middle, late, last] = [0.5, 0.99, 1.0].map(|part| load.percentile(part).as_secs_f64() * 1e3);
            let rate = REQUESTS as f64 / load.wall.as_secs_f64();
            println!("{:<44} {connections:>11} {rate:>11.0} {middle:>9.2} {late:>9.2} {last:>9.2}", role.title());
        }
    }
}

fn memory(servers: &[Server], idle: [process::Memory; Role::ALL.len()]) {
    println!("\n{:<44} {:>9} {:>9}", "memory, MiB", "idle", "most");
    for (server, idle) in servers.iter().zip(idle) {
        println!("{:<44} {:>9.1} {:>9.1}", server.role.title(), idle.now, server.memory().most);
    }
    println!("\nThe verified server holds an authority for the test as well, which signs the request when it starts.");
}
