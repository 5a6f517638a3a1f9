// Golden vectors of a Merkle log and of signed notes, made by golang.org/x/mod/sumdb, which shares no line
// with Davy. Run with GOPATH=/usr/share/gocode and GO111MODULE=off: go run tlog.go > tlog.json
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type hashes []tlog.Hash

func (h hashes) ReadHashes(at []int64) ([]tlog.Hash, error) {
	var out []tlog.Hash
	for _, i := range at {
		out = append(out, h[i])
	}
	return out, nil
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

type Size struct {
	Size        int64  `json:"size"`
	Root        string `json:"root"`
	Inclusion   string `json:"inclusion"`   // SHA-256 over all proofs of all leaves, each behind its length
	Consistency string `json:"consistency"` // the same over all older sizes from 1
}

type One struct {
	Size   int64    `json:"size"`
	Of     int64    `json:"of"`
	Hashes []string `json:"hashes"`
}

func digest(all *bytes.Buffer) string {
	sum := sha256.Sum256(all.Bytes())
	return hex.EncodeToString(sum[:])
}

func add(all *bytes.Buffer, proof []tlog.Hash) {
	binary.Write(all, binary.BigEndian, uint16(len(proof)))
	for _, h := range proof {
		all.Write(h[:])
	}
}

func spelled(proof []tlog.Hash) []string {
	out := []string{}
	for _, h := range proof {
		out = append(out, hex.EncodeToString(h[:]))
	}
	return out
}

func main() {
	const most, far = 130, 70000
	var stored hashes
	var sizes []Size
	for n := int64(0); n < far; n++ {
		if n <= most && n > 0 {
			sizes = append(sizes, size(n, stored))
		}
		more, err := tlog.StoredHashes(n, []byte(fmt.Sprintf("leaf %d", n)), stored)
		must(err)
		stored = append(stored, more...)
	}
	var inclusion, consistency []One
	seed := uint64(3064)
	for i := 0; i < 12; i++ {
		seed = seed*6364136223846793005 + 1442695040888963407
		n := int64(seed>>33)%(far-1) + 2
		seed = seed*6364136223846793005 + 1442695040888963407
		m := int64(seed>>33)%(n-1) + 1
		p, err := tlog.ProveRecord(n, m, stored)
		must(err)
		inclusion = append(inclusion, One{n, m, spelled(p)})
		q, err := tlog.ProveTree(n, m, stored)
		must(err)
		consistency = append(consistency, One{n, m, spelled(q)})
	}
	last, err := tlog.TreeHash(far, stored)
	must(err)

	private := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, 32))
	name := "davy.test/one"
	public := append([]byte{1}, private[32:]...)
	id := sha256.Sum256(append([]byte(name+"\n"), public...))
	hash := fmt.Sprintf("%08x", binary.BigEndian.Uint32(id[:4]))
	skey := "PRIVATE+KEY+" + name + "+" + hash + "+" + base64.StdEncoding.EncodeToString(append([]byte{1}, private[:32]...))
	signer, err := note.NewSigner(skey)
	must(err)
	vkey, err := note.NewEd25519VerifierKey(name, private.Public().(ed25519.PublicKey))
	must(err)
	text := fmt.Sprintf("davy.test/one\n%d\n%s\n", far, base64.StdEncoding.EncodeToString(last[:]))
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	must(err)

	out := json.NewEncoder(os.Stdout)
	out.SetIndent("", " ")
	out.SetEscapeHTML(false)
	must(out.Encode(map[string]any{
		"leaves":      "the ASCII text 'leaf N', N from 0",
		"made_by":     "golang.org/x/mod/sumdb 0.7.0",
		"sizes":       sizes,
		"inclusion":   inclusion,
		"consistency": consistency,
		"far":         map[string]any{"size": far, "root": hex.EncodeToString(last[:])},
		"note":        map[string]string{"seed": hex.EncodeToString(private[:32]), "vkey": vkey, "signed": string(signed)},
	}))
}

func size(n int64, stored hashes) Size {
	root, err := tlog.TreeHash(n, stored)
	must(err)
	var ins, cons bytes.Buffer
	for i := int64(0); i < n; i++ {
		p, err := tlog.ProveRecord(n, i, stored)
		must(err)
		add(&ins, p)
	}
	for m := int64(1); m <= n; m++ {
		p, err := tlog.ProveTree(n, m, stored)
		must(err)
		add(&cons, p)
	}
	return Size{n, hex.EncodeToString(root[:]), digest(&ins), digest(&cons)}
}
